import { openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('a host that is not on the list is served as it is, without a mark or an element of ours', async ({
  profile,
}) => {
  const tab = await profile.open('http://example.com/article.html');
  // By the time a listed article is marked, an unlisted one would be too.
  await openArticle(profile);
  const seen = await tab.evaluate(
    () => ({ marks: CSS.highlights.size, children: document.documentElement.children.length }),
    undefined,
  );
  expect(seen).toEqual({ marks: 0, children: 2 });
});

test('a name that only ends like an official one is not served', async ({ profile, site }) => {
  const url = 'http://fakezjol.com.cn/html/2022-03/11/content_1.htm';
  site.put(url, '<!DOCTYPE html><meta charset="utf-8"><title>仿冒</title><p>八八战略、最多跑一次。</p>');
  const tab = await profile.open(url);
  await openArticle(profile);
  expect(await tab.evaluate(() => CSS.highlights.size, undefined)).toBe(0);
});
