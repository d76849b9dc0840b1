import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_MATCHES, OFFICIAL_SITES, officialSite } from '../../lib/sites/hosts.ts';
import { isLeftAlone } from '../../lib/sites/left-alone.ts';

const required = JSON.parse(readFileSync('tests/fixtures/required-hosts.json', 'utf8')) as {
  fixedAt: string;
  hosts: string[];
};

describe('the list of official sites', () => {
  test('is sorted by host, each host once', () => {
    const hosts = OFFICIAL_SITES.map(({ host }) => host);
    expect(hosts).toEqual([...new Set(hosts)].sort());
  });

  test.each(OFFICIAL_SITES)('$host is a bare lower-case host name with evidence', (site) => {
    expect(site.host).toMatch(/^([a-z0-9-]+\.)+[a-z]{2,}$/);
    expect(site.evidence).toMatch(/^(P?R?T?)$/);
    expect(site.evidence).not.toBe('');
    expect(site.name.trim()).not.toBe('');
  });

  test('asks for no host twice: none lies inside another one', () => {
    for (const { host } of OFFICIAL_SITES) {
      const [, ...parents] = host.split('.').map((_, index, labels) => labels.slice(index).join('.'));
      expect(OFFICIAL_SITES.find((other) => !other.exact && parents.includes(other.host))).toBeUndefined();
    }
  });

  test('covers a whole public suffix nowhere', () => {
    for (const { host, exact } of OFFICIAL_SITES)
      if (!exact) expect(['gov.cn', 'com.cn', 'org.cn', 'cn']).not.toContain(host);
  });

  test('never asks for more than the hosts fixed for version 1.0', () => {
    const fixed = new Set(required.hosts.map((host) => `*://${host}/*`));
    const grown = OFFICIAL_MATCHES.filter((pattern) => !fixed.has(pattern));
    expect(
      grown,
      `Required hosts grew. Chrome would switch Cezhu off for every reader until they accept. From ${required.fixedAt} on ` +
        'a new site is added by its reader; before that, add it to tests/fixtures/required-hosts.json as well.',
    ).toEqual([]);
  });
});

test.each([
  ['zjrb.zjol.com.cn', '浙江在线、浙江日报'],
  ['zjol.com.cn', '浙江在线、浙江日报'],
  ['www.gov.cn', '中国政府网'],
])('%s belongs to %s', (host, name) => {
  expect(officialSite(host)?.name).toBe(name);
});

test.each(['evilzjol.com.cn', 'zjol.com.cn.example', 'beijing.gov.cn', 'example.com'])(
  '%s is not on the list',
  (host) => {
    expect(officialSite(host)).toBeUndefined();
  },
);

test('message boards, searches and accounts of official sites are left alone', () => {
  expect(['liuyan.people.com.cn', 'search.people.cn', 'user.guancha.cn'].map(isLeftAlone)).toEqual([
    true,
    true,
    true,
  ]);
  expect(isLeftAlone('politics.people.com.cn')).toBe(false);
});
