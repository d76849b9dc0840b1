/** Pages for a long day of reading: many articles, and one page that changes its article without loading. */
import type { SiteServer } from './site-server.ts';

const NEWS = 'http://zjnews.zjol.com.cn/zjnews/202203';
export const ROUTED = 'http://politics.people.com.cn/n1/2022/0312/c1001-7.html';
const TERMS =
  '八八战略 七张问题清单 最多跑一次改革 共同富裕 基层治理四平台 大综合一体化行政执法改革 乡村振兴 审计'.split(
    ' ',
  );

/** One article a number, each with other words around its terms. */
export function putArticles(site: SiteServer, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const url = `${NEWS}/t20220312_${1_000 + index}.shtml`;
    site.put(
      url,
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样文${index}</title>` +
        `<h1 class="artTitle">样文第${index}篇</h1><div class="artCon">${paragraphs(index)}</div>`,
    );
    return url;
  });
}

/** `go(n)` shows the n-th article at a new address, as applications of one page do. */
export function putRouted(site: SiteServer): void {
  site.put(
    ROUTED,
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>单页</title><h1>单页应用的文章</h1>` +
      `<div class="rm_txt_con" id="art">${paragraphs(0)}</div><script>
      const terms = ${JSON.stringify(TERMS)};
      function go(n) {
        history.pushState({}, '', '/n1/2022/0312/c1001-' + (n % 500) + '.html');
        art.replaceChildren(...Array.from({ length: 12 }, (_, at) => {
          const p = document.createElement('p');
          p.textContent = '第' + n + '条第' + at + '段说到' + terms[(n + at) % terms.length] + '，也说到别的事情。';
          return p;
        }));
      }
    </script>`,
  );
}

const paragraphs = (seed: number): string =>
  Array.from(
    { length: 20 },
    (_, at) => `<p>第${at}段说到${TERMS[(seed + at) % TERMS.length]}，也说到第${seed}件别的事情。</p>`,
  ).join('');
