import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { writePrivacyPage } from '../../scripts/support/privacy-page.ts';

const { document } = new JSDOM(writePrivacyPage()).window;

test('the privacy page says the same in Chinese and English, section by section', () => {
  const [zh, en] = [...document.querySelectorAll('article')].map((article) => ({
    sections: article.querySelectorAll('h2').length,
    points: article.querySelectorAll('li').length,
    rows: article.querySelectorAll('tr').length,
  }));
  expect(zh).toEqual(en);
  expect(zh?.sections).toBeGreaterThan(5);
  expect(document.querySelector('[lang="zh-CN"] article, article[lang="zh-CN"]')?.textContent).toContain(
    '不发任何网络请求',
  );
});

test('no mark of the source is left in it, and nothing is fetched from elsewhere', () => {
  expect(document.body.textContent).not.toMatch(/\*\*|`|\]\(|^[-|#]/m);
  expect([...document.querySelectorAll('[src], [href]')].map((each) => each.getAttribute('href'))).toEqual([
    'privacy.css',
  ]);
});
