/** All entries or some of them, as a file. */

import { useLayoutEffect, useState } from 'preact/hooks';
import { MixedText } from '../../../../components/mixed-text.tsx';
import { WRITE_FORMATS, type WriteFormatName } from '../../../../lib/exchange/write-formats.ts';
import type { ListQuery } from '../../../../lib/glossary/list.ts';
import { dayOf } from '../../../../lib/study/schedule.ts';
import { useApp } from '../../app-context.ts';
import { queryOf } from '../../list-query.ts';
import { saveFile } from '../../save-file.ts';
import { useData } from '../../use-data.ts';
import { useExchange } from '../../use-exchange.ts';
import { glossaryTitle } from '../glossary-title.ts';
import { ProgressLine } from './progress-line.tsx';

const FORMATS = Object.keys(WRITE_FORMATS) as WriteFormatName[];

export function ExportSection({ onWork }: { readonly onWork: (working: boolean) => void }) {
  const { texts, language, repository, revision, search, listFilters } = useApp();
  const t = texts.exchange;
  const exchange = useExchange();
  const working = exchange.progress !== undefined;
  useLayoutEffect(() => onWork(working), [working]);
  const [format, setFormat] = useState<WriteFormatName>('json');
  const filtered = Object.keys(listFilters).length > 0;
  const [what, setWhat] = useState(filtered ? 'listed' : 'all');
  const [saved, setSaved] = useState<string>();
  const { value: rows } = useData(() => repository.glossaries(), [repository, revision]);
  const row = rows?.find(({ id }) => `glossary ${id}` === what);

  const query = async (): Promise<ListQuery> => {
    if (row !== undefined) return { filters: { glossaryId: row.id } };
    if (what === 'edited') return { filters: { edited: true } };
    if (what !== 'listed') return {};
    const { q = '' } = listFilters;
    const found = q.trim() === '' ? undefined : await search.query(q, new AbortController().signal);
    return queryOf(listFilters, found?.keys);
  };
  const save = async () => {
    setSaved(undefined);
    const title = row === undefined ? t.fileTitle : glossaryTitle(row, texts);
    const file = await exchange.run({
      kind: 'write',
      format,
      wanted: { query: await query() },
      options: { title, licence: row?.licence, language },
    });
    if (file === undefined) return;
    const name = `${title}-${dayOf(new Date())}.${WRITE_FORMATS[format].extension}`;
    saveFile(name, file);
    setSaved(name);
  };
  const { progress, fault } = exchange;
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">{t.exportTitle}</h2>
      <div class="field">
        <label for="export-what">{t.what}</label>
        <select id="export-what" value={what} onChange={(event) => setWhat(event.currentTarget.value)}>
          <option value="all">{t.all}</option>
          {filtered && <option value="listed">{t.listed}</option>}
          <option value="edited">{t.edited}</option>
          {rows?.map((each) => (
            <option key={each.id} value={`glossary ${each.id}`}>
              {glossaryTitle(each, texts)}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="radios">
        <legend>{t.as}</legend>
        {FORMATS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="export-format"
              checked={format === each}
              onChange={() => setFormat(each)}
            />
            <span>
              {t.writes[each][0]} <span class="help">{t.writes[each][1]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {progress === undefined ? (
        <button type="button" onClick={() => void save()}>
          {t.save}
        </button>
      ) : (
        <ProgressLine
          text={t.writing(progress.done, progress.total ?? progress.done)}
          share={progress.total === undefined ? undefined : progress.done / Math.max(1, progress.total)}
          onStop={exchange.stop}
        />
      )}
      {fault !== undefined && (
        <p class="problem" role="alert">
          {fault}
        </p>
      )}
      {saved !== undefined && (
        <p role="status">
          <MixedText text={t.saved(saved)} />
        </p>
      )}
    </section>
  );
}
