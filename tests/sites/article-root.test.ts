import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../lib/sites/article-facts.ts';
import { findArticle } from '../../lib/sites/article-root.ts';
import { ruleFor, SITE_RULES } from '../../lib/sites/rules.ts';

const load = (fixture: string) =>
  new JSDOM(readFileSync(`tests/fixtures/pages/${fixture}`, 'utf8')).window.document;
const at = (address: string) => new URL(address);

/** fixture, address, how found, start of the body's text, title */
const articles: [string, string, string, string, string | undefined][] = [
  [
    'zjrb-article.html',
    'http://zjrb.zjol.com.cn/html/2022-03/11/content_3421.htm?div=-1',
    'rule',
    '三月的山乡',
    '基层治理调查让七张问题清单管到最后一米',
  ],
  [
    'people-article.html',
    'http://politics.people.com.cn/n1/2024/0424/c1001-40223222.html',
    'rule',
    '街道的议事厅',
    '把全过程人民民主落到日常',
  ],
  [
    'news-cn-article.html',
    'http://www.news.cn/politics/20260915/74c446a6e3424497388305302fd43374/c.html',
    'rule',
    '新华社杭州9月15日电',
    '高质量发展走进山区县',
  ],
  [
    'gov-policy.html',
    'http://www.gov.cn/zhengce/zhengceku/202609/content_1.htm',
    'rule',
    '为推进国家治理体系',
    '关于某项工作的意见（样文）',
  ],
  [
    'gov-policy.html',
    'http://unknown.example/1.htm',
    'known',
    '为推进国家治理体系',
    '关于某项工作的意见（样文）',
  ],
  [
    'zj-gov-article.html',
    'http://www.deqing.gov.cn/art/2024/8/7/art_1_2.html',
    'markers',
    '田埂上装了传感器',
    '数字化改革走到田头',
  ],
  [
    'wechat-paste.html',
    'http://zjnews.zjol.com.cn/zjxc/202608/t20260810_1.shtml',
    'rule',
    '有人问，八八战略',
    '之江两岸的新课题',
  ],
  ['br-only.html', 'http://unknown.example/a/1.htm', 'density', '十年前，这条河', '一条河的十年治理记'],
  ['own-wrapper.html', 'http://unknown.example/a/1.htm', 'density', '第一段说的是老城更新', undefined],
];

describe('finding the article', () => {
  test.each(articles)('%s at %s: by %s', (fixture, address, found, start, title) => {
    const article = findArticle(load(fixture), at(address));
    expect(article?.found).toBe(found);
    expect(article?.body.textContent.replace(/\s+/g, '').startsWith(start)).toBe(true);
    expect(article?.title?.textContent.replace(/\s+/g, '')).toBe(title);
  });

  test.each([
    ['layout-list.html', 'http://paper.people.com.cn/rmrb/html/2017-10/16/nbs.D110000renmrb_01.htm'],
    ['layout-list.html', 'http://zjrb.zjol.com.cn/html/2022-03/11/node_18.htm'],
    ['home.html', 'http://www.zjol.com.cn/'],
    ['home.html', 'http://unknown.example/index.htm'],
  ])('%s at %s is a list: no article', (fixture, address) => {
    expect(findArticle(load(fixture), at(address))).toBeUndefined();
  });

  test('a rule that no longer fits falls back to what publishing systems leave', () => {
    const article = findArticle(load('gov-policy.html'), at('http://www.qstheory.cn/20251231/c.html'));
    expect(article?.found).toBe('known');
  });
});

describe('site rules', () => {
  test('are sorted by host, each host once', () => {
    const hosts = SITE_RULES.map(({ host }) => host);
    expect(hosts).toEqual([...new Set(hosts)].sort());
  });

  test.each(SITE_RULES)('$host: every selector is one that browsers accept', (rule) => {
    const { document } = new JSDOM('').window;
    const selectors = [...rule.body, rule.title, rule.drop, rule.date, rule.source];
    for (const selector of selectors)
      if (selector !== undefined) expect(() => document.querySelector(selector)).not.toThrow();
    expect(rule.body).not.toEqual([]);
  });

  test('the longest fitting host wins', () => {
    expect(ruleFor('paper.people.com.cn')?.host).toBe('paper.people.com.cn');
    expect(ruleFor('politics.people.com.cn')?.host).toBe('people.com.cn');
    expect(ruleFor('notpeople.com.cn')).toBeUndefined();
  });
});

test.each([
  ['people-article.html', 'http://politics.people.com.cn/n1/2024/0424/c1.html', '2024-04-24', '人民网'],
  ['news-cn-article.html', 'http://www.news.cn/politics/20260915/x/c.html', '2026-09-15', '新华网'],
  ['zj-gov-article.html', 'http://www.zj.gov.cn/art/2024/8/7/art_1_2.html', '2024-08-07', '某县融媒体中心'],
  ['zjrb-article.html', 'http://zjrb.zjol.com.cn/html/2022-03/11/content_3421.htm', '2022-03-11', undefined],
  ['wechat-paste.html', 'http://zjnews.zjol.com.cn/zjxc/202608/t20260810_1.shtml', '2026-08-10', undefined],
  ['br-only.html', 'http://unknown.example/a/1.htm', undefined, undefined],
])('%s: date and source are read from the page or its address', (fixture, address, date, source) => {
  const { hostname, pathname } = at(address);
  expect(readFacts(load(fixture), { pathname }, ruleFor(hostname))).toEqual({ date, source });
});
