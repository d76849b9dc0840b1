/** The reader: a text that the reader brings, marked as on a news page. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { usePageLanguage } from '../../components/page-language.ts';
import { translator } from '../../lib/i18n/index.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type Article, MAX_FILE, readArticleFile, readText } from './read-article.ts';

export function Reader(props: { readonly settings: Settings }) {
  const { language } = usePageLanguage(props.settings, browser.i18n.getUILanguage());
  const t = translator(language).reader;
  const [article, setArticle] = useState<Article>();
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  useLayoutEffect(() => {
    document.title = article?.title ?? t.title;
  }, [article, t]);

  // What had the focus goes with the view: it is given to the first control of the other one.
  const first = useRef<HTMLElement>(null);
  const isNew = useRef(true);
  useLayoutEffect(() => {
    if (!isNew.current) first.current?.focus({ preventScroll: true });
    isNew.current = false;
  }, [article]);

  const show = (found: Article, otherwise: string) => {
    setFault(found.paragraphs.length === 0 ? otherwise : '');
    if (found.paragraphs.length > 0) setArticle(found);
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > MAX_FILE) return setFault(t.tooLarge(file.name));
    try {
      show(await readArticleFile(file), t.unreadable(file.name));
    } catch {
      setFault(t.unreadable(file.name));
    }
  };

  if (article !== undefined)
    return (
      <>
        <p class="bar">
          <button
            ref={first as RefObject<HTMLButtonElement>}
            type="button"
            onClick={() => setArticle(undefined)}
          >
            {t.another}
          </button>
        </p>
        {article.title !== undefined && <h1 lang="zh-CN">{article.title}</h1>}
        {/* Named as a publishing system names it: so our own rule finds the article. */}
        <article class="TRS_Editor" lang="zh-CN">
          {article.paragraphs.map((paragraph, index) => (
            <p key={`${index}:${paragraph.slice(0, 20)}`}>{paragraph}</p>
          ))}
        </article>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show(readText(text), t.empty);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void open(event.dataTransfer?.files[0]);
      }}
    >
      <h1>{t.title}</h1>
      <p class="help">{t.intro}</p>
      <textarea
        ref={first as RefObject<HTMLTextAreaElement>}
        aria-label={t.text}
        placeholder={t.placeholder}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setFault('');
        }}
      />
      <p class="bar">
        <button type="submit">{t.read}</button>
        <label>
          {t.open}
          <input
            type="file"
            accept=".txt,.htm,.html,text/plain,text/html"
            onChange={({ currentTarget }) => {
              void open(currentTarget.files?.[0]);
              // The same file may be chosen again, after it was corrected.
              currentTarget.value = '';
            }}
          />
        </label>
        <span class="help">{t.drop}</span>
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
}
