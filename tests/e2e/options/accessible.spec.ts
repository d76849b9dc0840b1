/** Every view of the options page under axe, in light and dark, in both languages and narrow. */
import { violationsOf } from '../support/accessible.ts';
import { expect, test } from '../support/test.ts';

// Twelve views, the editor among them with some two hundred controls: longer than a usual journey.
test.setTimeout(180_000);

const VIEWS = [
  ['#/concepts?q=清单', '.virtual-list li'],
  ['#/concept/starter/qizhangwentiqingdan', '.cz-card'],
  ['#/concept/starter/qizhangwentiqingdan/edit', '.editor'],
  ['#/concept/starter/qizhangwentiqingdan/graph', '.graph'],
  ['#/concept/starter/qizhangwentiqingdan/history', '.history, .state'],
  ['#/new', '.editor'],
  ['#/study', '.studied blockquote'],
  ['#/study?state=known', '.study .state'],
  ['#/study/review', '.review-card'],
  ['#/layers', '.layers li'],
  ['#/exchange', '.exchange'],
  ['#/trash', '.sheet'],
  ['#/settings', '.settings'],
] as const;

for (const [name, profileOptions] of [
  ['light, Chinese', { scheme: 'light' }],
  [
    'dark, English, 360 px wide',
    { scheme: 'dark', language: 'en-US', viewport: { width: 360, height: 720 } },
  ],
] as const) {
  test.describe(name, () => {
    test.use({ profileOptions });
    test('no view breaks a rule that axe knows', async ({ profile }) => {
      const { page } = await profile.openOwn('options.html');
      await page.evaluate(
        async (request) => chrome.runtime.sendMessage({ call: 'concept.setState', request }),
        {
          key: 'starter/qizhangwentiqingdan',
          state: 'learning',
          sentence: { text: '用好七张问题清单。', title: '一篇报道', url: 'http://zjrb.zjol.com.cn/a.htm' },
        },
      );
      for (const [hash, ready] of VIEWS) {
        await page.goto(`${profile.origin}/options.html${hash}`);
        await expect(page.locator(ready).first()).toBeVisible();
        // What can be done to those selected is judged as well.
        if (hash === VIEWS[0][0]) {
          await page.locator('.virtual-list [aria-label$=" 七张问题清单"]').check();
          await expect(page.locator('.bulk-actions')).toBeVisible();
        }
        expect(await violationsOf(page), hash).toEqual([]);
        const tooWide = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('.bulk-actions')]
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map(({ tagName, className }) => `${tagName} ${className}`),
        );
        expect(tooWide, `${hash} is wider than the window`).toEqual([]);
      }
    });
  });
}
