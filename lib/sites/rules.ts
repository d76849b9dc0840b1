/**
 * Where the article is on the sites we know: data, one row a host, sorted.
 *
 * A row is a hint, never the only way: sites change, so every selector may fail and the generic search of
 * `article-root.ts` goes on. A row serves the host and its subdomains; the longest fitting host wins. Selectors of
 * `body` are tried in order.
 */
export interface SiteRule {
  readonly host: string;
  readonly body: readonly string[];
  readonly title?: string;
  /** Parts inside the body that are not the article: editor lines, players, downloads. */
  readonly drop?: string;
  readonly date?: string;
  readonly source?: string;
}

export const SITE_RULES: readonly SiteRule[] = [
  { host: '12371.cn', body: ['.word'] },
  { host: 'banyuetan.org', body: ['#detail_content'], title: '.detail_tit h1', date: '.detail_tit_time' },
  {
    host: 'ccdi.gov.cn',
    body: ['.content', '.bom-box'],
    title: '.tit',
    date: '.daty',
    source: '.source-box',
  },
  { host: 'cctv.com', body: ['#content_area', '.cnt_bd'], drop: '.zebian' },
  { host: 'ce.cn', body: ['#articleText', '.TRS_Editor'], title: '#articleTitle', date: '#articleTime' },
  { host: 'china.chinadaily.com.cn', body: ['#Content'] },
  {
    host: 'china.com.cn',
    body: ['.articleBody', '.artCon', '.cBody', '#fontzoom', '#content.tex'],
    title: '.articleTitle, .artTitle',
  },
  { host: 'chinanews.com', body: ['.left_zw', 'div.content_desc'], drop: '.adInContent', date: '.left-t' },
  { host: 'chinanews.com.cn', body: ['.left_zw', 'div.content_desc'], drop: '.adInContent', date: '.left-t' },
  { host: 'cnjxol.com', body: ['founder-content'], title: '#Title' },
  { host: 'cnr.cn', body: ['.TRS_Editor', '[class^=content]'], title: '.subject h2, h1' },
  { host: 'cqnews.net', body: ['.left_news'] },
  { host: 'cqrb.cn', body: ['#ozoom', '.contents'], title: '.dbt, h1' },
  {
    host: 'dlxww.com',
    body: ['.page_maincontent', 'div.page_words'],
    title: '.page_content h1',
    date: '.page_tools',
  },
  { host: 'epaper.gmw.cn', body: ['#articleContent', '#ozoom'] },
  {
    host: 'gmw.cn',
    body: ['#contentMain', '.u-mainText'],
    title: '#articleTitle',
    date: '#pubTime',
    source: '#source',
  },
  {
    host: 'gov.cn',
    body: ['#UCAP-CONTENT', '.trs_editor_view', '#zoom', '.TRS_Editor', '#Zoom'],
    title: 'h1#ti, .con-title, h1',
    date: '.pages-date',
  },
  {
    host: 'hangzhou.com.cn',
    body: ['.zhengwen', 'article', '.wz14', '#zoom', '.cont_txt'],
    title: '.tit, h1',
  },
  { host: 'hangzhou.gov.cn', body: ['.art-content .wz_con_content', '.article'] },
  { host: 'huanqiu.com', body: ['.a-con', '.la_con', '#text'] },
  { host: 'jhsjk.people.cn', body: ['div.d2txt_con'] },
  {
    host: 'lnd.com.cn',
    body: ['.news', 'founder-content'],
    title: '.newstittle, h1',
    date: '#pubtime_baidu',
  },
  { host: 'ndrc.gov.cn', body: ['.TRS_Editor', '.article_con', 'div.zwgkdetail'] },
  { host: 'nen.com.cn', body: ['.contentcon', '.page-inner', '.box_con'] },
  {
    host: 'news.cn',
    body: ['#detailContent', '#detail', '#p-detail'],
    title: '.head-line h1, .mheader h1',
    drop: '#articleEdit, .editor, .relatedNews',
    date: '.header-time',
    source: '.source',
  },
  {
    host: 'paper.people.com.cn',
    body: ['#ozoom', '#articleContent'],
    title: '.article h1',
    date: '.sec, .date',
  },
  {
    host: 'people.com.cn',
    body: ['.rm_txt_con', '#rwb_zw', '#p_content', '.text_c .show_text', '.text_show', '.show_text'],
    title: '.rm_txt h1, .text_title h1, .text_c > h1, h1',
    drop: '.bza, .box_pic, .edit, .paper_num, .zdfy',
    date: '.channel, .box01 .fl',
    source: '.channel a, .box01 .fl a',
  },
  {
    host: 'qstheory.cn',
    body: ['.highlight', '.text', '.content'],
    title: '.inner > h1, h1',
    drop: '.fs-text, .fs-pinglun, .hidden-xs',
    date: '.pubtime',
  },
  { host: 'taizhou.com.cn', body: ['.article-content', '#content'] },
  { host: 'thepaper.cn', body: ['.news_txt'], title: 'h1.news_title', date: '.news_about' },
  {
    host: 'xinhuanet.com',
    body: ['#detailContent', '#detail', '#p-detail', '#Content'],
    title: '.head-line h1, .h-title, h1',
    drop: '#articleEdit, .editor, .relatedNews',
    date: '.header-time, .h-time',
    source: '.source',
  },
  { host: 'xsnet.cn', body: ['.xs_content'], title: '.con_title' },
  { host: 'youth.cn', body: ['#container', '.TRS_Editor'], title: '.l_tit, .page_title h1' },
  {
    host: 'zjol.com.cn',
    body: ['founder-content', '#ozoom', 'div.artCon'],
    title: '.main-article-alltitle, .main-article-title, h1.artTitle',
    drop: '.cprtip',
    date: 'div.info span',
  },
];

/** The row for `hostname`: of the hosts that fit the longest. */
export function ruleFor(hostname: string): SiteRule | undefined {
  const fits = SITE_RULES.filter(({ host }) => hostname === host || hostname.endsWith(`.${host}`));
  return fits.sort((a, b) => b.host.length - a.host.length)[0];
}
