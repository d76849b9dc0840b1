import { expect, test } from 'vitest';
import { OFFICIAL_MATCHES } from '../../lib/sites/hosts.ts';
import { coversOrigin, hostOfPattern } from '../../lib/sites/match-pattern.ts';

test('a pattern covers its host, and hosts below it only where it says so', () => {
  expect(coversOrigin(['*://news.example.org/*'], 'https://news.example.org')).toBe(true);
  expect(coversOrigin(['*://news.example.org/*'], 'https://a.news.example.org')).toBe(false);
  expect(coversOrigin(['*://*.example.org/*'], 'http://a.example.org')).toBe(true);
  expect(coversOrigin(['*://*.example.org/*'], 'http://example.org')).toBe(true);
  expect(coversOrigin(['*://*.example.org/*'], 'http://badexample.org')).toBe(false);
});

test('the scheme counts, and a pattern for everything covers everything that has an origin', () => {
  expect(coversOrigin(['http://news.example.org/*'], 'https://news.example.org')).toBe(false);
  expect(coversOrigin(['*://*/*'], 'https://news.example.org')).toBe(true);
  expect(coversOrigin(['<all_urls>'], 'https://news.example.org')).toBe(true);
  expect(coversOrigin(['*://*/*'], 'null')).toBe(false);
  expect(coversOrigin([], 'https://news.example.org')).toBe(false);
});

test('official hosts are covered by the patterns of the manifest', () => {
  expect(coversOrigin(OFFICIAL_MATCHES, 'http://zjrb.zjol.com.cn')).toBe(true);
  expect(coversOrigin(OFFICIAL_MATCHES, 'http://zjol.com.cn.example.org')).toBe(false);
});

test('a pattern is shown as its host', () => {
  expect(hostOfPattern('*://*.example.org/*')).toBe('*.example.org');
  expect(hostOfPattern('https://news.example.org/*')).toBe('news.example.org');
});
