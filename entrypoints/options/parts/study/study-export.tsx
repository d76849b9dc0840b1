/** The terms shown, or those selected, as a file. */
import { writeStudyAnki, writeStudyTable } from '../../../../lib/exchange/write-study.ts';
import { dayOf } from '../../../../lib/study/schedule.ts';
import { useApp } from '../../app-context.ts';
import { saveFile } from '../../save-file.ts';
import { messageFor } from '../../writer.ts';

export function StudyExport({ keys }: { readonly keys: readonly string[] }) {
  const { texts, language, repository, writer } = useApp();
  const t = texts.study.export;
  const save = async (format: 'csv' | 'anki') => {
    try {
      const wanted = new Set(keys);
      const rows = (await repository.states()).filter(({ key }) => wanted.has(key));
      const found = await repository.concepts(rows.map(({ key }) => key));
      const records = rows.flatMap((row, index) => {
        const concept = found[index]?.concept;
        return concept === undefined ? [] : [{ row, concept }];
      });
      const name = `${t.file}-${dayOf(new Date())}`;
      if (format === 'csv')
        saveFile(`${name}.csv`, new Blob([writeStudyTable(records, { language })], { type: 'text/csv' }));
      else saveFile(`${name}.txt`, new Blob([writeStudyAnki(records)], { type: 'text/plain' }));
    } catch (error) {
      writer.refuse(messageFor(error, texts.knowledge));
    }
  };
  return (
    <span class="study-export">
      <button type="button" onClick={() => void save('csv')}>
        {t.csv}
      </button>
      <button type="button" onClick={() => void save('anki')}>
        {t.anki}
      </button>
    </span>
  );
}
