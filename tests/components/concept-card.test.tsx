// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConceptCardProps } from '../../components/concept-card.tsx';
import { ConceptCard } from '../../components/concept-card.tsx';
import { card as en } from '../../lib/i18n/en/card.ts';
import { card as zh } from '../../lib/i18n/zh/card.ts';
import type { ConceptDetail, FirstGlance } from '../../lib/messages/protocol.ts';
import { sampleDetail, sampleGlance } from '../fixtures/card/samples.ts';

const root = document.createElement('div');
afterEach(() => render(null, root));

function show(change: Partial<ConceptCardProps> = {}) {
  const props: ConceptCardProps = {
    glance: sampleGlance('babazhanlve'),
    state: { status: 'loading' },
    language: 'zh',
    explainIn: ['zh'],
    t: zh,
    openSections: [],
    onToggleSection: vi.fn(),
    onOpenConcept: vi.fn(),
    onRetry: vi.fn(),
    headingId: 'heading',
    ...change,
  };
  act(() => render(<ConceptCard {...props} />, root));
  return props;
}
const ready = (id: string, change: Partial<ConceptDetail> = {}) => {
  const detail = sampleDetail(`starter/${id}`);
  if (detail === undefined) throw new Error(`no sample ${id}`);
  return { status: 'ready', detail: { ...detail, ...change } } as const;
};
const texts = (selector: string) => [...root.querySelectorAll(selector)].map((found) => found.textContent);
const button = (name: string) => {
  const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const press = (name: string) => act(() => button(name).click());

describe('at first glance, before any answer of the background', () => {
  test('the card shows label, pinyin, rendering, definition, parts in order, since when and by whom', () => {
    show();
    expect(texts('h2')).toEqual(['八八战略']);
    expect(texts('.cz-pinyin')).toEqual(['bā bā zhàn lüè']);
    expect(texts('.cz-rendering')).toEqual(['the Eight-Eight Strategy']);
    expect(texts('.cz-definition')).toEqual([sampleGlance('babazhanlve').definitions.zh]);
    expect(texts('ol.cz-parts > li')[0]).toBe('体制机制优势');
    expect(texts('ol.cz-parts > li')).toHaveLength(8);
    expect(texts('.cz-since > span')).toEqual(['2003年7月起', '中共浙江省委', '浙江省委十一届四次全会']);
  });

  test('other meanings of the label stand before the parts, where they are seen', () => {
    show({ otherMeanings: 'OTHER' });
    const said = root.textContent;
    expect(said.indexOf('OTHER')).toBeLessThan(said.indexOf('体制机制优势'));
    expect(said.indexOf('OTHER')).toBeGreaterThan(
      said.indexOf(sampleGlance('babazhanlve').definitions.zh ?? ''),
    );
  });

  test('a date that is only an upper bound is said to be one', () => {
    show({ glance: sampleGlance('qizhangwentiqingdan') });
    expect(texts('.cz-since')[0]).toContain('不晚于2022年3月11日');
  });

  test('a part with a concept of its own is a button that opens it', () => {
    const { onOpenConcept } = show({ glance: sampleGlance('qizhangwentiqingdan') });
    press('审计问题清单');
    expect(onOpenConcept).toHaveBeenCalledWith({ key: 'starter/shenji', prefLabel: '审计问题清单' });
  });

  test('of a very long list the first parts stand, and all on request', () => {
    const components = Array.from({ length: 12 }, (_, at) => ({ id: `c${at}`, label: `第${at}项` }));
    show({ glance: { ...sampleGlance('babazhanlve'), components } });
    expect(texts('ol.cz-parts > li')).toHaveLength(7);
    press('全部 12 项');
    expect(texts('ol.cz-parts > li')).toHaveLength(12);
  });

  test('both languages carry their lang attributes, and the parts their English', () => {
    show({ language: 'en', t: en, explainIn: ['en', 'zh'] });
    const langs = [...root.querySelectorAll('.cz-definition')].map((found) => found.getAttribute('lang'));
    expect(langs).toEqual(['en', 'zh-CN']);
    expect(root.querySelector('article')?.getAttribute('lang')).toBe('en');
    expect(root.querySelector('.cz-parts .cz-gloss')?.getAttribute('lang')).toBe('en');
    expect(texts('.cz-since > span')).toEqual([
      'Since July 2003',
      'by 中共浙江省委',
      'first record: 浙江省委十一届四次全会',
    ]);
    expect(texts('.cz-since [lang=zh-CN]')).toEqual(['中共浙江省委', '浙江省委十一届四次全会']);
  });

  test('an entry without a definition says so', () => {
    show({ glance: { ...sampleGlance('babazhanlve'), definitions: {} } });
    expect(texts('.cz-definition')).toEqual([zh.noDefinition]);
  });

  test('markup in an entry is shown as the text it is', () => {
    const glance: FirstGlance = {
      ...sampleGlance('babazhanlve'),
      prefLabel: '<b>粗</b>',
      definitions: { zh: '<img src=x onerror="alert(1)">' },
    };
    show({ glance });
    expect(root.querySelector('img, b')).toBeNull();
    expect(texts('.cz-definition')).toEqual(['<img src=x onerror="alert(1)">']);
  });
});

describe('what folds out', () => {
  test('is named only where there is something to show', () => {
    show({ state: ready('qizhangwentiqingdan'), glance: sampleGlance('qizhangwentiqingdan') });
    expect(texts('.cz-index button')).toEqual(['沿革']);
  });

  test('asks to be opened, says whether it is open, and shows its content then', () => {
    const { onToggleSection } = show({ state: ready('babazhanlve') });
    expect(button('说明').getAttribute('aria-expanded')).toBe('false');
    press('说明');
    expect(onToggleSection).toHaveBeenCalledWith('note');
    show({ state: ready('babazhanlve'), openSections: ['note'] });
    expect(button('说明').getAttribute('aria-expanded')).toBe('true');
    const controlled = button('说明').getAttribute('aria-controls') ?? '';
    expect(root.querySelector(`[id="${controlled}"]`)?.textContent).toContain('一张蓝图绘到底');
  });

  test('shows versions as a time line with their own parts', () => {
    show({
      state: ready('qizhangwentiqingdan'),
      glance: sampleGlance('qizhangwentiqingdan'),
      openSections: ['versions'],
    });
    expect(texts('.cz-timeline .cz-when')).toEqual(['2022年3月至2022年9月', '2022年9月起']);
    expect(texts('.cz-timeline > li:last-child .cz-inline-parts > li')).toContain('国家安全');
  });

  test('says in words when the term was first and most used', () => {
    show({ state: ready('babazhanlve'), openSections: ['usage'] });
    const said = texts('.cz-usage p').join(' ');
    expect(said).toContain('国务院政府工作报告 未见');
    expect(said).toContain('浙江省政府工作报告 2004年首见，2023年最多（21 次）');
    expect(said).toContain('新闻联播（2022年以来） 2023年最多（19 天）');
  });

  test('links sources to http and https only, without referrer or opener', () => {
    const state = ready('babazhanlve');
    const sources = [...state.detail.concept.sources, { id: 'bad', title: '坏', url: 'javascript:alert(1)' }];
    const detail = { ...state.detail, concept: { ...state.detail.concept, sources } };
    show({ state: { status: 'ready', detail }, openSections: ['sources'] });
    const links = [...root.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).toEqual(['https://www.zj.gov.cn/report']);
    expect(links[0]?.rel).toBe('noopener noreferrer');
    expect(links[0]?.target).toBe('_blank');
  });

  test('shows related concepts as buttons that open in the card', () => {
    const { onOpenConcept } = show({ state: ready('babazhanlve'), openSections: ['relations'] });
    press('数字化改革');
    expect(onOpenConcept).toHaveBeenCalledWith({ key: 'starter/shuzihuagaige', prefLabel: '数字化改革' });
  });

  test('puts the system it belongs to and what replaced it with the first glance', () => {
    show({ state: ready('qizhangwentiqingdan'), glance: sampleGlance('qizhangwentiqingdan') });
    expect(texts('.cz-within > span')).toEqual(['属于']);
    // The whole way from the largest system down.
    expect(texts('ol.cz-way button')).toEqual(['数字化改革', '党建统领整体智治体系']);
    show({ state: ready('zuiduopaoyici'), glance: sampleGlance('zuiduopaoyici') });
    expect(texts('.cz-replaced')).toEqual(['现已改用数字化改革']);
  });

  test('explains why the text was marked', () => {
    const mention = { surface: '88战略', why: { label: '八八战略', rule: 'longest' } };
    show({ mention, openSections: ['why'] });
    expect(texts('.cz-section .cz-note')[0]).toContain('“88战略”');
    expect(texts('.cz-section .cz-note')[0]).toContain('“八八战略”');
  });

  test('says of the Chinese words in an English reason that they are Chinese', () => {
    const mention = { surface: '八八', why: { label: '八八战略', rule: 'longest' } };
    show({ t: en, mention, openSections: ['why'] });
    expect(texts('.cz-note [lang=zh-CN]')).toEqual(['八八', '八八战略']);
  });
});

describe('when the background does not answer', () => {
  test('the first glance stays and a retry is offered', () => {
    const { onRetry } = show({ state: { status: 'failed' } });
    expect(texts('h2')).toEqual(['八八战略']);
    expect(texts('[role=status]')[0]).toContain(zh.failed);
    press(zh.retry);
    expect(onRetry).toHaveBeenCalledOnce();
  });

  test('an updated extension is named, without a retry that could not help', () => {
    show({ state: { status: 'orphaned' } });
    expect(texts('[role=status]')[0]).toContain(zh.orphaned);
    expect(texts('button')).not.toContain(zh.retry);
  });
});
