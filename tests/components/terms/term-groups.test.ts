import { expect, test } from 'vitest';
import { filterTerms, type PageTerm } from '../../../components/terms/term-groups.ts';
import { sampleGlance } from '../../fixtures/card/samples.ts';

const term = (id: string): PageTerm => {
  const glance = sampleGlance(id);
  return { glance, count: 1, surface: glance.prefLabel };
};
const TERMS = [term('babazhanlve'), term('qizhangwentiqingdan')];
const found = (text: string) => filterTerms(TERMS, text).map(({ glance }) => glance.prefLabel);

test('the panel finds a term by its label, its pinyin with or without tones, its initials and its meaning', () => {
  expect(found('问题')).toEqual(['七张问题清单']);
  expect(found('wèn tí')).toEqual(['七张问题清单']);
  expect(found('WenTi')).toEqual(['七张问题清单']);
  expect(found('qzwtqd')).toEqual(['七张问题清单']);
  expect(found('bbzl')).toEqual(['八八战略']);
  expect(found('没有')).toEqual([]);
  expect(found(' ')).toHaveLength(2);
});
