/** Rows that can not be imported: the first of them here, all in a file. */

import Papa from 'papaparse';
import { MixedText } from '../../../../components/mixed-text.tsx';
import { fieldTitle } from '../../../../lib/exchange/columns.ts';
import type { Problem } from '../../../../lib/exchange/types.ts';
import { FORMULA } from '../../../../lib/exchange/write-table.ts';
import { useApp } from '../../app-context.ts';
import { saveFile } from '../../save-file.ts';
import type { Pending } from './import-section.tsx';
import { showReason } from './show-reason.ts';

const SHOWN = 10;

export function ProblemList({ pending }: { readonly pending: Pending }) {
  const { texts, language } = useApp();
  const t = texts.exchange;
  const { refused, problems, fileName = '', sheet = '' } = pending;
  if (refused === 0) return null;
  const fieldOf = ({ field }: Problem) => (field === '' ? '' : fieldTitle(field, language));
  const save = () => {
    const lines = problems.map((each) => [
      fileName,
      sheet,
      each.row,
      each.column ?? '',
      fieldOf(each),
      showReason(each.reason, t),
    ]);
    const table = Papa.unparse([[...t.problemHeads], ...lines], { escapeFormulae: FORMULA });
    saveFile(`${fileName}.problems.csv`, new Blob(['\ufeff', table], { type: 'text/csv' }));
  };
  return (
    <section class="problems" aria-labelledby="import-problems">
      <h3 id="import-problems" class="problem">
        {t.problems(refused)}
      </h3>
      <ul>
        {problems.slice(0, SHOWN).map((each) => (
          <li key={`${each.row} ${each.field} ${each.reason}`}>
            <MixedText
              text={t.problemLine(
                sheet,
                each.row,
                each.column ?? '',
                fieldOf(each),
                showReason(each.reason, t),
              )}
            />
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p class="help">{t.moreProblems(problems.length - SHOWN)}</p>}
      <button type="button" class="quiet" onClick={save}>
        {t.saveProblems}
      </button>
    </section>
  );
}
