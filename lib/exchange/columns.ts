/**
 * The columns of a table: what each holds, what it is called, and which other heads are understood. Pure.
 *
 * A field is a dotted name: `definitions.en` is the English definition, `altLabels.short` the short forms. Without a
 * language, `definitions` and `notes` are read as what their text is written in.
 */
export interface ColumnKind {
  readonly field: string;
  /** Head in written tables. */
  readonly en: string;
  readonly zh: string;
  /** Other heads that are understood. */
  readonly also: readonly string[];
}

const column = (field: string, en: string, zh: string, ...also: string[]): ColumnKind => ({
  field,
  en,
  zh,
  also,
});

/** In the order in which they are written. */
export const COLUMNS: readonly ColumnKind[] = [
  column('id', 'ID', '编号', '标识', 'identifier', 'concept id'),
  column(
    'prefLabel',
    'Term',
    '词条',
    ...['术语', '名称', '词', '词语', '词目', '词汇', '标准名称', '首选词', '中文', '中文术语', '汉语'],
    ...[
      'label',
      'preferred label',
      'name',
      'headword',
      'word',
      'chinese',
      'zh',
      'front',
      'expression',
      'entry',
    ],
  ),
  column('altLabels.short', 'Short form', '简称', '缩写', 'short', 'abbreviation', 'acronym'),
  column('altLabels.full', 'Full form', '全称', 'full', 'full name'),
  column(
    'altLabels.variant',
    'Other form',
    '别名',
    ...['别称', '异名', '异称', '同义词', '其他说法', '变体', '又称'],
    ...[
      'altLabels',
      'alternative label',
      'alternative labels',
      'alias',
      'aliases',
      'synonym',
      'synonyms',
      'variants',
    ],
  ),
  column('altLabels.quoted', 'Quoted form', '引号形式', 'quoted'),
  column('altLabels.traditional', 'Traditional form', '繁体', '繁體', 'traditional', 'traditional chinese'),
  column('pinyin', 'Pinyin', '拼音', '注音', '读音', 'reading', 'pronunciation'),
  column(
    'renderings.en',
    'English',
    '英文',
    ...['英译', '英语', '译文', '译名', '英文译名', '英文术语', '英文名称'],
    ...['translation', 'rendering', 'en', 'english term', 'english translation'],
  ),
  column('definitions.zh', 'Definition (Chinese)', '中文释义', '释义中文', '中文定义', 'chinese definition'),
  column('definitions.en', 'Definition (English)', '英文释义', '释义英文', '英文定义', 'english definition'),
  column(
    'definitions',
    'Definition',
    '释义',
    ...[
      '定义',
      '解释',
      '说明',
      '含义',
      '词义',
      '概念',
      'meaning',
      'explanation',
      'description',
      'gloss',
      'back',
    ],
  ),
  column('notes.zh', 'Note (Chinese)', '中文注释', '注释中文', '中文备注', 'chinese note'),
  column('notes.en', 'Note (English)', '英文注释', '注释英文', '英文备注', 'english note'),
  column('notes', 'Note', '注释', '备注', '注', '背景', 'notes', 'comment', 'comments', 'remark', 'remarks'),
  column('components', 'Parts', '组成', '构成', '要点', '组成部分', 'components', 'items'),
  column('category', 'Category', '类别', '分类', '领域', 'subject', 'domain', 'field', 'topic'),
  column('scope', 'Scope', '范围', '层级', '级别', 'level'),
  column('place', 'Place', '地区', '地方', '省市', '省份', 'region', 'province'),
  column('issuer', 'Issued by', '提出者', '发布者', '提出单位', '发布单位', '发布机构', 'issuer'),
  column(
    'firstUse.date',
    'First used',
    '首次提出',
    '提出时间',
    '首见',
    '时间',
    '日期',
    'first use',
    'date',
    'since',
  ),
  column('firstUse.noLaterThan', 'No later than', '不晚于', 'upper bound', '可能更早'),
  column('firstUse.occasion', 'Occasion', '提出场合', '场合', '首见场合'),
  column('broader', 'Broader', '上位词', '上级', '属于', 'broader term', 'parent'),
  column('related', 'Related', '相关词', '相关', '参见', 'related terms', 'see also'),
  column('replacedBy', 'Replaced by', '取代为', '被取代', '后改为', 'superseded by'),
  column('tags', 'Tags', '标签', 'tag', 'keywords'),
  column('sources', 'Sources', '来源', '出处', '资料来源', 'source', 'reference', 'references'),
  column('confidence', 'Confidence', '把握'),
  column('salience', 'Salience', '专指'),
];

const plain = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const FIELDS: ReadonlyMap<string, string> = new Map(
  COLUMNS.flatMap(({ field, en, zh, also }) =>
    [field, en, zh, ...also].map((head) => [plain(head), field] as const),
  ),
);
/** `definition_fr`, `Definition (de)`, `译文 [ru]`: a language tag behind the name. */
const TAGGED = /^(.+?)[\s_.:([（【-]+([a-z]{2,3}(?:-[a-z0-9]{2,8})?)[)\]）】]?$/iu;
const BY_LANGUAGE = /^(definitions|notes|renderings)(?:\.|$)/;

/** The field that a head names, or `undefined`. */
export function fieldOf(head: string): string | undefined {
  const known = FIELDS.get(plain(head));
  if (known !== undefined) return known;
  const [, name = '', language = ''] = TAGGED.exec(head.trim()) ?? [];
  const [, family] = BY_LANGUAGE.exec(FIELDS.get(plain(name)) ?? '') ?? [];
  return family === undefined ? undefined : `${family}.${language.toLowerCase()}`;
}

/** What a field of an entry is called, as in the heads of tables; a path within it is that of its field. */
export function fieldTitle(path: string, language: 'zh' | 'en'): string {
  const [field = '', part = ''] = path.split('.');
  const found =
    COLUMNS.find((known) => known.field === `${field}.${part}`) ??
    COLUMNS.find((known) => known.field === field) ??
    COLUMNS.find((known) => known.field.startsWith(`${field}.`));
  return found === undefined ? path : found[language];
}
