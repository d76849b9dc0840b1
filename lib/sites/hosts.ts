/**
 * The official sites on which Cezhu works without being asked: data, one row a site, sorted by host.
 *
 * This list is the manifest's `host_permissions` and `content_scripts.matches`. Chrome switches an extension off until
 * its user accepts new required hosts, so from version 1.0 on the list does not grow: a site found later is one that
 * the reader adds from the toolbar (optional permission). `tests/sites/hosts.test.ts` keeps it so.
 */

/** Where the host was seen: `P` a saved page, `R` a scraper's rule or address, `T` stored page text. */
export type Evidence = 'P' | 'R' | 'T' | 'PR' | 'PT' | 'RT';

export interface OfficialSite {
  /** Lower case, no protocol, no path. */
  readonly host: string;
  /** Only this host name; otherwise its subdomains too. */
  readonly exact?: true;
  readonly region: 'central' | 'chongqing' | 'liaoning' | 'zhejiang';
  readonly evidence: Evidence;
  readonly name: string;
}

export const OFFICIAL_SITES: readonly OfficialSite[] = [
  { host: '81.cn', region: 'central', evidence: 'R', name: '中国军网' },
  { host: 'article.xuexi.cn', exact: true, region: 'central', evidence: 'R', name: '学习强国文章' },
  { host: 'cctv.com', region: 'central', evidence: 'PR', name: '央视网' },
  { host: 'ce.cn', region: 'central', evidence: 'PR', name: '中国经济网、经济日报' },
  { host: 'china.com.cn', region: 'central', evidence: 'PR', name: '中国网' },
  { host: 'chinadaily.com.cn', region: 'central', evidence: 'P', name: '中国日报网' },
  { host: 'chinanews.com', region: 'central', evidence: 'PR', name: '中新网' },
  { host: 'chinanews.com.cn', region: 'central', evidence: 'PR', name: '中新网' },
  { host: 'cnjxol.com', region: 'zhejiang', evidence: 'R', name: '嘉兴在线、嘉兴日报' },
  { host: 'cnnb.com.cn', region: 'zhejiang', evidence: 'RT', name: '中国宁波网、宁波日报' },
  { host: 'cnr.cn', region: 'central', evidence: 'R', name: '央广网' },
  { host: 'cntv.cn', region: 'central', evidence: 'P', name: '央视网旧域名' },
  { host: 'cq.gov.cn', region: 'chongqing', evidence: 'R', name: '重庆市政府及部门' },
  { host: 'cqnews.net', region: 'chongqing', evidence: 'R', name: '华龙网' },
  { host: 'cqrb.cn', region: 'chongqing', evidence: 'RT', name: '重庆日报' },
  { host: 'cyol.com', region: 'central', evidence: 'R', name: '中青在线、中国青年报' },
  { host: 'cztv.com', region: 'zhejiang', evidence: 'R', name: '中国蓝新闻' },
  { host: 'deqing.gov.cn', region: 'zhejiang', evidence: 'R', name: '德清县政府' },
  { host: 'dl.gov.cn', region: 'liaoning', evidence: 'T', name: '大连市政府' },
  { host: 'dlxww.com', region: 'liaoning', evidence: 'R', name: '大连新闻网、大连日报' },
  { host: 'e.chinacqsb.com', exact: true, region: 'chongqing', evidence: 'R', name: '重庆商报' },
  { host: 'gmw.cn', region: 'central', evidence: 'PR', name: '光明网、光明日报' },
  { host: 'hangzhou.com.cn', region: 'zhejiang', evidence: 'PR', name: '杭州网、杭州日报' },
  { host: 'hangzhou.gov.cn', region: 'zhejiang', evidence: 'R', name: '杭州市政府' },
  { host: 'huanqiu.com', region: 'central', evidence: 'PR', name: '环球网' },
  { host: 'jhnews.com.cn', region: 'zhejiang', evidence: 'R', name: '金华新闻网' },
  { host: 'jiaxing.gov.cn', region: 'zhejiang', evidence: 'R', name: '嘉兴市政府' },
  { host: 'lnd.com.cn', region: 'liaoning', evidence: 'R', name: '北国网、辽宁日报' },
  { host: 'ndrc.gov.cn', region: 'central', evidence: 'R', name: '国家发展改革委' },
  { host: 'nen.com.cn', region: 'liaoning', evidence: 'PR', name: '东北新闻网' },
  { host: 'news.cn', region: 'central', evidence: 'PR', name: '新华网' },
  { host: 'ningbo.gov.cn', region: 'zhejiang', evidence: 'R', name: '宁波市政府' },
  { host: 'paper.cntheory.com', exact: true, region: 'central', evidence: 'R', name: '学习时报' },
  { host: 'people.cn', region: 'central', evidence: 'R', name: '人民网短域名' },
  { host: 'people.com.cn', region: 'central', evidence: 'PR', name: '人民网、人民日报' },
  { host: 'qjwb.thehour.cn', exact: true, region: 'zhejiang', evidence: 'R', name: '钱江晚报' },
  { host: 'qz828.com', region: 'zhejiang', evidence: 'R', name: '衢州新闻网' },
  { host: 'shaoxing.com.cn', region: 'zhejiang', evidence: 'R', name: '绍兴网' },
  { host: 'stdaily.com', region: 'central', evidence: 'R', name: '科技日报' },
  { host: 'syd.com.cn', region: 'liaoning', evidence: 'P', name: '沈阳网' },
  { host: 'szb.cqfzb.net', exact: true, region: 'chongqing', evidence: 'R', name: '重庆法治报' },
  { host: 'taizhou.com.cn', region: 'zhejiang', evidence: 'R', name: '中国台州网' },
  { host: 'tidenews.com.cn', exact: true, region: 'zhejiang', evidence: 'R', name: '潮新闻' },
  { host: 'wenming.cn', region: 'central', evidence: 'R', name: '中国文明网' },
  { host: 'www.12371.cn', exact: true, region: 'central', evidence: 'R', name: '共产党员网' },
  { host: 'www.banyuetan.org', exact: true, region: 'central', evidence: 'PR', name: '半月谈' },
  { host: 'www.cac.gov.cn', exact: true, region: 'central', evidence: 'R', name: '国家网信办' },
  { host: 'www.ccdi.gov.cn', exact: true, region: 'central', evidence: 'R', name: '中央纪委国家监委网站' },
  { host: 'www.chinacourt.org', exact: true, region: 'central', evidence: 'R', name: '中国法院网' },
  { host: 'www.court.gov.cn', exact: true, region: 'central', evidence: 'R', name: '最高人民法院' },
  { host: 'www.cppcc.gov.cn', exact: true, region: 'central', evidence: 'R', name: '全国政协' },
  { host: 'www.cssn.cn', exact: true, region: 'central', evidence: 'R', name: '中国社会科学网' },
  { host: 'www.farmer.com.cn', exact: true, region: 'central', evidence: 'R', name: '农民日报' },
  { host: 'www.gov.cn', exact: true, region: 'central', evidence: 'PR', name: '中国政府网' },
  { host: 'www.jcrb.com', exact: true, region: 'central', evidence: 'R', name: '正义网' },
  { host: 'www.legaldaily.com.cn', exact: true, region: 'central', evidence: 'P', name: '法治网' },
  { host: 'www.mof.gov.cn', exact: true, region: 'central', evidence: 'R', name: '财政部' },
  { host: 'www.mofcom.gov.cn', exact: true, region: 'central', evidence: 'R', name: '商务部' },
  { host: 'www.npc.gov.cn', exact: true, region: 'central', evidence: 'R', name: '中国人大网' },
  { host: 'www.qstheory.cn', exact: true, region: 'central', evidence: 'R', name: '求是网' },
  { host: 'www.rmlt.com.cn', exact: true, region: 'central', evidence: 'R', name: '人民论坛网' },
  { host: 'www.rmzxb.com.cn', exact: true, region: 'central', evidence: 'R', name: '人民政协网' },
  { host: 'www.scio.gov.cn', exact: true, region: 'central', evidence: 'R', name: '国务院新闻办' },
  { host: 'www.spp.gov.cn', exact: true, region: 'central', evidence: 'R', name: '最高人民检察院' },
  { host: 'www.stats.gov.cn', exact: true, region: 'central', evidence: 'R', name: '国家统计局' },
  { host: 'www.xuexi.cn', exact: true, region: 'central', evidence: 'R', name: '学习强国' },
  { host: 'xinhuanet.com', region: 'central', evidence: 'PT', name: '新华网旧域名' },
  { host: 'xsnet.cn', region: 'zhejiang', evidence: 'R', name: '萧山网' },
  { host: 'youth.cn', region: 'central', evidence: 'PR', name: '中国青年网' },
  { host: 'zhoushan.gov.cn', region: 'zhejiang', evidence: 'R', name: '舟山市政府' },
  { host: 'zj.gov.cn', region: 'zhejiang', evidence: 'PR', name: '浙江省政府及部门' },
  { host: 'zjol.com.cn', region: 'zhejiang', evidence: 'RT', name: '浙江在线、浙江日报' },
  { host: 'zjtz.gov.cn', region: 'zhejiang', evidence: 'R', name: '台州市政府' },
];

/** Match patterns for the manifest, http and https. */
export const OFFICIAL_MATCHES: readonly string[] = OFFICIAL_SITES.map(
  ({ host, exact }) => `*://${exact ? '' : '*.'}${host}/*`,
);

/** The row of the official site that `hostname` belongs to. */
export function officialSite(hostname: string): OfficialSite | undefined {
  return OFFICIAL_SITES.find(
    ({ host, exact }) => hostname === host || (exact === undefined && hostname.endsWith(`.${host}`)),
  );
}
