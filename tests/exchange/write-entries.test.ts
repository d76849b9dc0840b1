import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { writeEntries } from '../../lib/exchange/write-entries.ts';
import { WRITE_FORMATS, type WriteFormatName } from '../../lib/exchange/write-formats.ts';
import { aConcept } from '../glossary/support.ts';
import { all, repositoryOf } from './support.ts';

const OPTIONS = { title: '</title><script>alert(0)</script>', language: 'zh' } as const;
const FORMATS = Object.keys(WRITE_FORMATS) as WriteFormatName[];
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => aConcept({ id: `c${at}`, prefLabel: `词${at}` }));

const EVIL = '"\'><img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt; javascript:alert(1)';
const hostile = aConcept({
  id: 'evil',
  prefLabel: EVIL,
  pinyin: EVIL,
  altLabels: [{ id: 'a', form: EVIL, kind: 'variant' }],
  renderings: [{ id: 'r', lang: '"><script>', text: EVIL, status: 'official' }],
  definitions: { zh: `${EVIL}\n${EVIL}` },
  notes: { en: EVIL },
  components: [{ id: 'c', label: EVIL, gloss: EVIL }],
  issuer: EVIL,
  firstUse: { date: '2003', occasion: EVIL },
  sources: [
    { id: 's', title: EVIL, publisher: EVIL, url: 'https://example.com/"onmouseover="alert(1)?<script>' },
  ],
});

test('the page to print holds nothing but text, however an entry is written', async () => {
  const html = await all(writeEntries(repositoryOf([hostile]), 'html', { query: {} }, OPTIONS));
  const { document } = new JSDOM(html.join('')).window;
  expect(document.querySelectorAll('script, img, iframe, object, form, base, link')).toHaveLength(0);
  const attributes = [...document.querySelectorAll('body *')].flatMap((element) =>
    element.getAttributeNames(),
  );
  expect(new Set(attributes)).toEqual(new Set(['lang', 'class', 'href']));
  expect([...document.querySelectorAll('a')].map(({ protocol }) => protocol)).toEqual(['https:']);
  expect(document.querySelector('h2')?.firstChild?.textContent).toBe(EVIL);
  expect(document.querySelector('title')?.textContent).toBe(OPTIONS.title);
  const policy = document
    .querySelector('meta[http-equiv="Content-Security-Policy"]')
    ?.getAttribute('content');
  expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'");
});

test('the page to print names what it shows in the language of its reader', async () => {
  const titles = async (language: 'zh' | 'en') => {
    const html = await all(
      writeEntries(repositoryOf([hostile]), 'html', { query: {} }, { ...OPTIONS, language }),
    );
    const { document } = new JSDOM(html.join('')).window;
    return [
      document.documentElement.lang,
      ...[...document.querySelectorAll('dt')].map((name) => name.textContent),
    ];
  };
  expect(await titles('zh')).toEqual(['zh-CN', '又作', '英文', '提出']);
  expect(await titles('en')).toEqual(['en', 'Also', 'English', 'First used']);
});

test.each(FORMATS)('%s comes in pieces that do not grow with the glossary', async (format) => {
  const largest = async (count: number) => {
    const pieces = await all(writeEntries(repositoryOf(many(count)), format, { query: {} }, OPTIONS));
    return Math.max(...pieces.map(({ length }) => length));
  };
  expect(await largest(5_000)).toBeLessThan(1.5 * (await largest(1_000)));
});

test.each(FORMATS)('%s can be stopped: no further entry is asked for', async (format) => {
  const repository = repositoryOf(many(5_000));
  let asked = 0;
  const counted = {
    ...repository,
    concepts: (keys: readonly string[]) => {
      asked += keys.length;
      return repository.concepts(keys);
    },
  };
  const stop = () => {
    throw new DOMException('stopped', 'AbortError');
  };
  const work = all(writeEntries(counted, format, { query: {} }, OPTIONS, stop));
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toBe(500);
});

test('a dictionary has ten thousand entries in a file, and none of them is empty', async () => {
  const pieces = await all(writeEntries(repositoryOf(many(20_000)), 'yomitan', { query: {} }, OPTIONS));
  const files = unzipSync(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  expect(Object.keys(files)).toEqual(['index.json', 'term_bank_1.json', 'term_bank_2.json']);
  for (const name of ['term_bank_1.json', 'term_bank_2.json'])
    expect(JSON.parse(strFromU8(files[name] ?? new Uint8Array()))).toHaveLength(10_000);
});

test.each(['html', 'markdown'] as const)(
  'what is read as %s keeps a date that is only a bound apart from a first use',
  async (format) => {
    const concept = aConcept({ id: 'a', firstUse: { date: '2003-07', noLaterThan: true } });
    const text = (await all(writeEntries(repositoryOf([concept]), format, { query: {} }, OPTIONS))).join('');
    expect(text).toContain('不晚于 2003-07');
  },
);
