/** Labels that are treacherous by their form: a number and one more character, as in 十四(五通)过. */
import type { Concept } from '../../glossary/schema.ts';
import { type Remark, warning } from './finding.ts';

const NUMBERED = /^[一二两双三四五六七八九十][^\s\d]$/u;

export function* checkMatching({ prefLabel, altLabels, matching, salience }: Concept): Iterable<Remark> {
  if (salience === 'generic') return;
  const labels = [
    { field: 'prefLabel', form: prefLabel, hints: matching },
    ...altLabels.map(({ form, matching: own }, index) => ({
      field: `altLabels.${index}.form`,
      form,
      hints: own ?? matching,
    })),
  ];
  for (const { field, form, hints } of labels) {
    if (hints === undefined && NUMBERED.test(form))
      yield warning(field, `“${form}” also stands across words: say whether it is ambiguous`);
  }
}
