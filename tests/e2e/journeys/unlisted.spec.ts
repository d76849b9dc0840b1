import { expect, test } from '../support/test.ts';

test('a host that is not on the list is served as it is, without a mark or an element of ours', async ({
  profile,
}) => {
  const tab = await profile.open('http://example.com/article.html');
  const seen = await tab.evaluate(
    () => ({ marks: CSS.highlights.size, children: document.documentElement.children.length }),
    undefined,
  );
  expect(seen).toEqual({ marks: 0, children: 2 });
  expect(await profile.errors()).toEqual([]);
});
