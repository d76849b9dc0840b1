import { expect, test } from 'vitest';
import { checkThemes } from '../../../lib/starter/check/check.ts';
import { findingsOf, findingsOfText, release, shippedData } from './glossary-of.ts';

test('sound concepts have no findings', () => {
  expect(findingsOf(['{}', '{}', '{}'])).toEqual([]);
});

/** Snippets for the concepts a, b, c; what stands in the finding, whole. */
const FAULTS: [name: string, snippets: string[], findings: string[]][] = [
  [
    'an unknown field',
    ['{ colour: red }'],
    ['error theme.yaml: a: colour: Invalid key: Expected never but received "colour" [schema]'],
  ],
  [
    'a date that is not ISO',
    ['{ firstUse: { date: 2003年7月 } }'],
    ['error theme.yaml: a: firstUse.date: is not a date like 2003, 2003-07 or 2003-07-10 [schema]'],
  ],
  [
    'a day that does not exist',
    ['{ firstUse: { date: 2003-02-30 } }'],
    ['error theme.yaml: a: firstUse.date: is a day that does not exist [schema]'],
  ],
  [
    'an id used twice',
    ['{}', '{}', '{ id: a, related: [b] }'],
    ['error theme.yaml: a: id: is taken in theme.yaml [ids]'],
  ],
  [
    'a label of two concepts',
    [
      '{ altLabels: [{ form: 两笔 账, kind: variant }] }',
      '{ altLabels: [{ form: “两笔账”, kind: quoted }] }',
    ],
    [
      'error theme.yaml: a: altLabels.0.form: “两笔 账” is a label of b too, and not both are marked as homonyms [labels]',
      'error theme.yaml: b: altLabels.0.form: ““两笔账”” is a label of a too, and not both are marked as homonyms [labels]',
    ],
  ],
  [
    'homonyms that nothing tells apart',
    [
      '{ altLabels: [{ form: 两院, kind: short, matching: { homonym: true } }] }',
      '{ altLabels: [{ form: 两院, kind: short, matching: { homonym: true } }] }',
    ],
    [
      'error theme.yaml: a: altLabels.0.form: “两院” is a homonym of b, but scope, place, issuer and first use tell no difference [labels]',
      'error theme.yaml: b: altLabels.0.form: “两院” is a homonym of a, but scope, place, issuer and first use tell no difference [labels]',
    ],
  ],
  [
    'a label said twice',
    ['{ altLabels: [{ form: “三笔账”, kind: quoted }] }'],
    [
      'warning theme.yaml: a: altLabels.0.form: “““三笔账”” is found as “三笔账” already [labels]'.replace(
        '““',
        '“',
      ),
    ],
  ],
  [
    'a label of which nothing is left',
    ['{ altLabels: [{ form: “”, kind: quoted }] }'],
    ['error theme.yaml: a: altLabels.0.form: nothing of ““”” can be looked for [labels]'],
  ],
  [
    'a relation that leads nowhere',
    ['{ replacedBy: [z] }'],
    ['error theme.yaml: a: replacedBy.0: “z” is no concept of the glossary [relations]'],
  ],
  [
    'an item that leads nowhere',
    ['{ components: [{ label: 一, conceptId: z }, { label: 二 }, { label: 三 }] }'],
    ['error theme.yaml: a: components.0.conceptId: “z” is no concept of the glossary [relations]'],
  ],
  [
    'a concept related to itself, and twice',
    ['{ broader: [], related: [a, c, c] }', '{}', '{}'],
    [
      'error theme.yaml: a: related.0: leads to the concept itself [relations]',
      'error theme.yaml: a: related.2: “c” stands there twice [relations]',
    ],
  ],
  [
    'a related concept that is broader already',
    ['{ broader: [b], related: [b] }'],
    ['warning theme.yaml: a: related.0: “b” is broader already [relations]'],
  ],
  [
    'broader concepts in a circle',
    ['{ broader: [b] }', '{ broader: [c], related: [] }', '{ broader: [a], related: [] }'],
    ['error theme.yaml: a: broader: goes in a circle: a → b → c → a [relations]'],
  ],
  [
    'a concept replaced by itself',
    ['{ replacedBy: [a] }'],
    ['error theme.yaml: a: replacedBy: goes in a circle: a → a [relations]'],
  ],
  [
    'an item whose items hold the concept again',
    [
      '{ components: [{ label: 一, conceptId: b }, { label: 二 }, { label: 三 }] }',
      '{ components: [{ label: 一, conceptId: a }] }',
    ],
    ['error theme.yaml: a: components: goes in a circle: a → b → a [relations]'],
  ],
  [
    'a list shorter than the label says',
    ['{ components: [{ label: 一 }, { label: 二 }] }'],
    ['error theme.yaml: a: components: 2 items, but “三笔账” says 3 [count]'],
  ],
  [
    'a version whose list is longer than the label says',
    ['{ versions: [{ from: 2005, what: 旧说, components: [一, 二, 三, 四] }] }'],
    ['error theme.yaml: a: versions.0.components: 4 items, but “三笔账” says 3 [count]'],
  ],
  [
    'a missing list of which nothing is said',
    ['{ components: [], prefLabel: 七张问题清单, pinyin: qī zhāng wèn tí qīng dān }'],
    [
      'warning theme.yaml: a: components: absent, and the note does not say that the 7 items are unknown [count]',
    ],
  ],
  ['no source', ['{ sources: [] }'], ['error theme.yaml: a: sources: names none [complete]']],
  [
    'a full concept with most of it missing',
    [
      '{ pinyin: "", definitions: { zh: 一句说明它是什么的话。 }, notes: {}, category: "", scope: "", confidence: "" }',
    ],
    [
      'error theme.yaml: a: definitions.en: is missing [complete]',
      'error theme.yaml: a: notes.zh: is missing [complete]',
      'error theme.yaml: a: pinyin: is missing [complete]',
      'error theme.yaml: a: category: is missing [complete]',
      'error theme.yaml: a: scope: is missing [complete]',
      'error theme.yaml: a: confidence: is missing [complete]',
    ],
  ],
  [
    'a brief concept with little more than its definition',
    [
      '{ depth: brief, pinyin: "", category: "", sources: [], renderings: [], definitions: { zh: 一句说明它是什么的话。 } }',
    ],
    [
      'warning theme.yaml: a: definitions.en: nothing in English [complete]',
      'warning theme.yaml: a: pinyin: is missing [complete]',
      'warning theme.yaml: a: category: is missing [complete]',
      'warning theme.yaml: a: sources: names none [complete]',
    ],
  ],
  [
    'a concept that nothing is known about',
    ['{ depth: brief, definitions: { en: A thing that is not known. }, confidence: low }'],
    [
      'error theme.yaml: a: definitions.zh: is missing [complete]',
      'error theme.yaml: a: confidence: is low: resolve what is doubtful, or leave the concept out [complete]',
    ],
  ],
  ['no depth', ['{ depth: "" }'], ['error theme.yaml: a: depth: is missing [complete]']],
  [
    'a provincial concept of no province',
    ['{ scope: province }'],
    ['error theme.yaml: a: place: is missing, the scope is province [complete]'],
  ],
  [
    'a national concept of one province',
    ['{ place: 浙江省 }'],
    ['error theme.yaml: a: place: stands beside a national scope [complete]'],
  ],
  [
    'an official rendering without its text',
    ['{ renderings: [{ lang: en, text: three accounts, status: official }] }'],
    ['error theme.yaml: a: renderings.0.source: is missing, the rendering is called official [complete]'],
  ],
  [
    'a note of one sentence',
    ['{ notes: { zh: 只有一句话。 } }'],
    ['warning theme.yaml: a: notes.zh: 1 sentence, wanted are two to five [complete]'],
  ],
  [
    'a concept that stands alone',
    ['{ broader: [], renderings: [] }', '{ related: [c] }', '{}'],
    [
      'warning theme.yaml: a: renderings: names no English [complete]',
      'warning theme.yaml: a: related: leads to no other concept [complete]',
    ],
  ],
  [
    'a Chinese definition of 61 characters',
    [`{ definitions: { zh: ${'长'.repeat(61)}, en: A sentence about it. } }`],
    ['error theme.yaml: a: definitions.zh: 61 characters, at most 60 [text]'],
  ],
  [
    'an English definition of 31 words',
    [`{ definitions: { zh: 一句说明它是什么的话。, en: ${'word '.repeat(31)}– } }`],
    ['error theme.yaml: a: definitions.en: 31 words, at most 30 [text]'],
  ],
  [
    'definitions that hold nothing but the label',
    ['{ definitions: { zh: 三笔账，即“三笔账”的简称。, en: A rendering is the term for a rendering. } }'],
    [
      'error theme.yaml: a: definitions.zh: says nothing but the label [text]',
      'error theme.yaml: a: definitions.en: says nothing but the rendering [text]',
    ],
  ],
  [
    'a note left unfinished',
    ['{ notes: { zh: 出处待查。其余见下。 } }'],
    ['error theme.yaml: a: notes.zh: is not finished [text]'],
  ],
  [
    'praise in Chinese and in English',
    ['{ definitions: { zh: 一项具有划时代意义的部署。, en: A Brilliant and far-sighted plan. } }'],
    [
      'error theme.yaml: a: definitions.zh: praises: “划时代” [praise]',
      'error theme.yaml: a: definitions.en: praises: “brilliant” [praise]',
    ],
  ],
  [
    'praise in the gloss of an item',
    ['{ components: [{ label: 一, gloss: 光辉的一笔 }, { label: 二 }, { label: 三 }] }'],
    ['error theme.yaml: a: components.0.gloss: praises: “光辉” [praise]'],
  ],
  [
    'a syllable read otherwise',
    ['{}', '{}', '{ pinyin: liàn cháng zhì }'],
    ['error theme.yaml: c: pinyin: 长 is read zhǎng: expected “liàn zhǎng zhì” [pinyin]'],
  ],
  [
    'a syllable too many',
    ['{}', '{}', '{ pinyin: liàn zhǎng zhì dù }'],
    ['error theme.yaml: c: pinyin: “dù” is left over: expected “liàn zhǎng zhì” [pinyin]'],
  ],
  [
    'a spoken tone change',
    ['{ components: [], prefLabel: 一带一路, pinyin: yí dài yí lù }'],
    ['error theme.yaml: a: pinyin: 一 is read yī: expected “yī dài yī lù” [pinyin]'],
  ],
  [
    'a host that is not on the list',
    [
      '{ sources: [{ title: 新闻, publisher: 某网, date: 2005, url: "https://mirror.example/1", supports: [label] }] }',
    ],
    ['error theme.yaml: a: sources.0.url: mirror.example is not on the list of hosts [sources]'],
  ],
  [
    'file names in place of titles',
    [
      '{ sources: [{ title: usage.jsonl, publisher: 国务院, date: 2005, supports: [label] }], renderings: [{ lang: en, text: three accounts, status: official, source: renderings.jsonl }] }',
    ],
    [
      'error theme.yaml: a: sources.0.title: “usage.jsonl” is a file name, not a title [sources]',
      'error theme.yaml: a: renderings.0.source: “renderings.jsonl” names a file or a copy, not a title [sources]',
    ],
  ],
  [
    'an official rendering of no year',
    ['{ renderings: [{ lang: en, text: three accounts, status: official, source: China Daily }] }'],
    ['warning theme.yaml: a: renderings.0.source: names no year [sources]'],
  ],
  [
    'a short numbered label without hints',
    [
      '{ altLabels: [{ form: 五通, kind: short }, { form: 三账, kind: short, matching: { ambiguous: false } }] }',
    ],
    [
      'warning theme.yaml: a: altLabels.0.form: “五通” also stands across words: say whether it is ambiguous [matching]',
    ],
  ],
  [
    'a source that is only a title',
    ['{ sources: [{ title: 政府工作报告 }] }'],
    [
      'warning theme.yaml: a: sources.0.publisher: is missing [sources]',
      'warning theme.yaml: a: sources.0.date: is missing [sources]',
      'warning theme.yaml: a: sources.0.supports: does not say what it shows [sources]',
    ],
  ],
];

test.each(FAULTS)('is reported by file, concept and field: %s', (_name, snippets, findings) => {
  expect(findingsOf(snippets)).toEqual(findings);
});

test('a file out of canonical form is an error, and so is one that is no YAML', () => {
  expect(findingsOfText('- {id: a}\n')).toContain(
    'error theme.yaml: is not in canonical form: run npm run glossary -- --write [format]',
  );
  expect(findingsOfText('- id: [\n').join()).toMatch(/^error theme\.yaml: .*line.*\[yaml\]/s);
});

test('homonyms in different places are no fault', () => {
  expect(
    findingsOf([
      '{ altLabels: [{ form: 两院, kind: short, matching: { homonym: true } }] }',
      '{ scope: province, place: 浙江省, altLabels: [{ form: 两院, kind: short, matching: { homonym: true } }] }',
    ]),
  ).toEqual([]);
});

test('praise in quotation marks, titles and labels of the glossary is no fault', () => {
  expect(
    findingsOf([
      '{ definitions: { zh: 《光辉历程》称之为“里程碑”，与伟大建党精神并提。, en: It stands beside the Great Wall Spirit. } }',
      '{ altLabels: [{ form: 伟大建党精神, kind: variant }], renderings: [{ lang: en, text: the Great Wall Spirit, status: media }] }',
    ]),
  ).toEqual([]);
});

test('an exemption takes away the findings of its rule, and is itself a fault when it takes away none', () => {
  const fault = ['{ components: [{ label: 一 }, { label: 二 }] }'];
  const exemption = { concept: 'a', rule: 'count', reason: '第三笔未见原文' } as const;
  expect(findingsOf(fault, { exemptions: [exemption] })).toEqual([]);
  expect(findingsOf([], { exemptions: [exemption] })).toEqual([
    'error exemptions.yaml: a: nothing to exempt from count any more [exemptions]',
  ]);
});

test('usage of a concept that does not exist is an error', () => {
  const usage = [{ conceptId: 'gone', workReports: {}, zhejiangReports: {}, broadcasts: { '2024': 1 } }];
  const { findings } = checkThemes([], usage, { ...shippedData, exemptions: [] }, release);
  expect(findings).toMatchObject([{ level: 'error', rule: 'usage', conceptId: 'gone' }]);
});
