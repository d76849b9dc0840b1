import {
  type Box,
  buttonAt,
  cardBox,
  cardText,
  clickInCard,
  expect,
  focused,
  headword,
  mentionBoxes,
  openByKey,
  pointAt,
  test,
} from './card-page.ts';

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test('the card opens when the pointer rests on a mention, and leaves when it goes', async ({ show }) => {
  const page = await show();
  await pointAt(page, 1);
  expect(await cardText(page)).toBe('');
  await expect.poll(() => cardText(page)).toContain('浙江省2003年提出的省域发展总纲');
  await page.mouse.move(5, 5, { steps: 4 });
  await expect.poll(() => cardText(page)).toBe('');
});

test('the pointer can walk from the mention into the card', async ({ show }) => {
  const page = await show();
  await pointAt(page, 1);
  await expect.poll(() => headword(page)).toBe('八八战略');
  const box = await cardBox(page);
  await page.mouse.move(box.left + 60, box.top + 120, { steps: 40 });
  await clickInCard(page, '说明');
  await expect.poll(() => cardText(page)).toContain('一张蓝图绘到底');
});

for (const [width, height] of [
  [1200, 800],
  [900, 420],
  [360, 640],
  [320, 480],
] as const)
  test(`the card covers no line of its mention and stays inside a window of ${width} × ${height}`, async ({
    show,
  }) => {
    const page = await show({ width, height, query: '?open=note,versions,usage,sources' });
    const count = await page.evaluate(() => window.fixture.targets.length);
    for (let index = 0; index < count; index += 1) {
      for (const block of ['start', 'center', 'end'] as const) {
        await page.evaluate(
          ([at, where]) => {
            const { range } = window.fixture.targets[at] as { range: Range };
            range.startContainer.parentElement?.scrollIntoView({ block: where, behavior: 'instant' });
          },
          [index, block] as const,
        );
        await openByKey(page, index);
        await expect.poll(() => cardText(page)).toContain('编辑');
        await expect(async () => {
          const card = await cardBox(page);
          const lines = await mentionBoxes(page, index);
          expect(lines.filter((line) => overlaps(card, line))).toEqual([]);
          expect(card.left).toBeGreaterThanOrEqual(0);
          expect(card.top).toBeGreaterThanOrEqual(0);
          expect(card.right).toBeLessThanOrEqual(width);
          expect(card.bottom).toBeLessThanOrEqual(height);
        }).toPass({ timeout: 3_000 });
        await page.keyboard.press('Escape');
      }
    }
  });

test('a page that zooms its root element does not lead the card astray', async ({ show }) => {
  const page = await show();
  await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'));
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  const card = await cardBox(page);
  const [line] = await mentionBoxes(page, 1);
  expect(card.right - card.left).toBeCloseTo(360, 0);
  expect(card.top - (line?.bottom ?? 0)).toBeCloseTo(6, -1);
  expect(card.left).toBeCloseTo(line?.left ?? 0, 0);
});

test('the card follows its mention while the page scrolls, and closes once that is gone', async ({
  show,
}) => {
  const page = await show();
  await openByKey(page, 1);
  const before = await cardBox(page);
  await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
  await expect.poll(async () => (await cardBox(page)).top).toBe(before.top - 60);
  await page.evaluate(() => scrollBy({ top: 700, behavior: 'instant' }));
  await expect.poll(() => cardText(page)).toBe('');
});

test('a pinned card stays where it is, whatever scrolls or is clicked', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  await clickInCard(page, '固定');
  const before = await cardBox(page);
  await page.evaluate(() => scrollBy({ top: 700, behavior: 'instant' }));
  await page.mouse.click(20, 400);
  expect(await cardBox(page)).toEqual(before);
  await clickInCard(page, '关闭');
  await expect.poll(() => cardText(page)).toBe('');
});

test('a pinned card can be put out of the way: by a click to the other side, by keys, by dragging', async ({
  show,
}) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  await clickInCard(page, '固定');
  const grip = '移动：拖动、按方向键，或点按换边';
  await clickInCard(page, grip);
  await expect.poll(async () => (await cardBox(page)).left).toBe(8);
  await clickInCard(page, grip);
  await expect.poll(async () => (await cardBox(page)).right).toBe(892);
  const before = await cardBox(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => cardBox(page)).toMatchObject({ left: before.left - 24, top: before.top + 24 });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await cardBox(page)).left).toBe(8);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await cardBox(page)).right).toBe(892);
  const { x, y } = await buttonAt(page, grip);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y + 100, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => cardBox(page)).toMatchObject({ left: before.left - 200, top: before.top + 124 });
});

test('a tap opens the card and a tap elsewhere closes it', async ({ show }) => {
  const page = await show({ touch: true, width: 360 });
  const [box] = await mentionBoxes(page, 2);
  if (box === undefined) throw new Error('not drawn');
  await page.touchscreen.tap(box.left + 10, box.top + 10);
  await expect.poll(() => headword(page)).toBe('七张问题清单');
  await page.touchscreen.tap(180, 60);
  await expect.poll(() => cardText(page)).toBe('');
});

test('a report is shown as it was copied, so that the reader sees what it says', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('标注');
  await clickInCard(page, '标注');
  await clickInCard(page, '报告问题');
  await expect.poll(() => cardText(page)).toContain('策注什么也不发送');
  const report = await page.evaluate(() => window.fixture.card.root().querySelector('textarea')?.value ?? '');
  expect(report).toContain('starter/babazhanlve');
  expect(report).toContain('0.1.0');
});

test('an entry that changes while its card is open is shown anew, without a flicker of loading', async ({
  show,
}) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  await page.evaluate(() => {
    window.fixture.replies.definition = '刚刚改过的释义。';
    window.fixture.card.reload();
  });
  expect(await cardText(page)).not.toContain('正在读取');
  await expect.poll(() => cardText(page)).toContain('刚刚改过的释义。');
});

test('an English card names all eight folds on one line, in a narrow window too', async ({ show }) => {
  for (const width of [900, 360]) {
    const page = await show({ width, query: '?ui=en' });
    await openByKey(page, 1);
    const lines = () =>
      page.evaluate(() => {
        const buttons = [...window.fixture.card.root().querySelectorAll('.cz-index button')];
        return [buttons.length, new Set(buttons.map((each) => each.getBoundingClientRect().top)).size];
      });
    await expect.poll(lines).toEqual([8, 1]);
  }
});

test('a part that is a concept opens in the same card, and back returns', async ({ show }) => {
  const page = await show();
  await openByKey(page, 2);
  await clickInCard(page, '审计问题清单');
  await expect.poll(() => cardText(page)).toContain('审计发现的重大问题的清单');
  await expect.poll(() => headword(page)).toBe('审计问题清单');
  await clickInCard(page, '返回');
  await expect.poll(() => headword(page)).toBe('七张问题清单');
  await clickInCard(page, '前进');
  await expect.poll(() => headword(page)).toBe('审计问题清单');
});

test('both concepts of an ambiguous label are shown, and either opens', async ({ show }) => {
  const page = await show();
  await openByKey(page, 7);
  await expect.poll(() => cardText(page)).toContain('泛指走在前面');
  await page.keyboard.press('Tab');
  while (!(await focused(page)).startsWith('先行')) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => headword(page)).toBe('先行');
});

test('everything can be done with the keyboard, and Esc gives the focus back', async ({ show }) => {
  const page = await show();
  await page.focus('#link');
  await openByKey(page, 1);
  await expect.poll(() => focused(page)).toBe('dialog');
  await expect.poll(() => cardText(page)).toContain('词频');
  const reached: string[] = [];
  for (let press = 0; press < 20 && !reached.includes('Markdown'); press += 1) {
    await page.keyboard.press('Tab');
    reached.push(await focused(page));
  }
  expect(reached.join(' ')).toContain(
    '固定 关闭 说明 沿革 词形 译法 相关 词频 出处 标注 在学 已掌握 编辑 复制',
  );
  await page.keyboard.press('Escape');
  await expect.poll(() => cardText(page)).toBe('');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('link');
});

test('the keys that scroll move the text of the card and not the article behind it', async ({ show }) => {
  const page = await show({ height: 420 });
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  const scrolled = () =>
    page.evaluate(() => [
      window.fixture.card.root().querySelector('.scroll')?.scrollTop ?? 0,
      document.documentElement.scrollTop,
    ]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(scrolled).toEqual([48, 0]);
  await page.keyboard.press('End');
  await expect.poll(async () => (await scrolled())[0]).toBeGreaterThan(100);
  await page.keyboard.press('Home');
  await expect.poll(scrolled).toEqual([0, 0]);
});

test('the pointer never moves the focus', async ({ show }) => {
  const page = await show();
  await page.focus('#link');
  await pointAt(page, 1);
  await expect.poll(() => headword(page)).toBe('八八战略');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('link');
});

test('a link keeps its click although a term stands in it', async ({ show }) => {
  const page = await show();
  await pointAt(page, 4);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/#linked$/);
});

test('dragging over a mention selects its text and opens nothing', async ({ show }) => {
  const page = await show();
  const [box] = await mentionBoxes(page, 1);
  if (box === undefined) throw new Error('not drawn');
  const middle = (box.top + box.bottom) / 2;
  await page.mouse.move(box.left - 40, middle);
  await page.mouse.down();
  await page.mouse.move(box.right + 40, middle, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('八八战略');
  await page.clock.install();
  await pointAt(page, 1);
  await page.clock.runFor(2_000);
  expect(await cardText(page)).toBe('');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(box.left + 3, middle);
  await page.clock.runFor(2_000);
  await expect.poll(() => headword(page)).toBe('八八战略');
});

test('text of the card can be selected, even when the button is let go outside it', async ({ show }) => {
  const page = await show();
  await pointAt(page, 1);
  await expect.poll(() => headword(page)).toBe('八八战略');
  const box = await cardBox(page);
  await page.mouse.move(box.left + 20, box.top + 90, { steps: 10 });
  await page.mouse.down();
  await page.mouse.move(box.right + 60, box.top + 120, { steps: 10 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
  await page.clock.install();
  await page.mouse.move(box.right + 90, box.top + 160, { steps: 3 });
  await page.clock.runFor(2_000);
  await expect.poll(() => headword(page)).toBe('八八战略');
});

test('an unanswered question says so in the card, and retrying brings what was missing', async ({ show }) => {
  const page = await show({ query: '?background=failed' });
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('策注没有回答');
  await expect.poll(() => cardText(page)).toContain('体制机制优势');
  await page.evaluate(() => {
    window.fixture.replies.mode = 'answers';
  });
  await clickInCard(page, '重试');
  await expect.poll(() => cardText(page)).toContain('出处');
});

test('opened sections are remembered for the next concept', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('沿革');
  await clickInCard(page, '沿革');
  await openByKey(page, 2);
  await expect.poll(() => cardText(page)).toContain('国家安全、应急管理代替');
  await expect.poll(() => page.evaluate(() => window.fixture.settings().openSections)).toEqual(['versions']);
});

test('text is copied with its source on a page without a clipboard of its own', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  await clickInCard(page, 'Markdown');
  await clickInCard(page, '复制为 Markdown');
  await expect.poll(() => cardText(page)).toContain('已复制');
  await page.keyboard.press('Escape');
  await page.fill('input', '');
  await page.focus('input');
  await page.keyboard.press('Control+V');
  await expect(page.locator('input')).toHaveValue(/\*\*八八战略\*\*.*浙江省政府工作报告/);
});

test('studying a term is said by its button, and once more takes it back', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  const state = () => page.evaluate(() => window.fixture.states.get(window.fixture.keyOf('babazhanlve')));
  await clickInCard(page, '在学');
  await expect.poll(() => state()).toBe('learning');
  await clickInCard(page, '在学');
  await expect.poll(() => state()).toBeUndefined();
});

test('a studied term offers its sentence, the list and the way back', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  const state = () => page.evaluate(() => window.fixture.states.get(window.fixture.keyOf('babazhanlve')));
  await clickInCard(page, '在学');
  await expect.poll(() => cardText(page)).toContain('已加入学习清单。');
  await clickInCard(page, '记下这句');
  await expect.poll(() => cardText(page)).toContain('已记下这句话。');
  await expect(page).toHaveTitle(/^keep .*八八战略/);
  await clickInCard(page, '学习清单');
  await expect(page).toHaveTitle('list');
  await clickInCard(page, '已掌握');
  await expect.poll(() => cardText(page)).toContain('不再标注这个词语。');
  expect(await cardText(page)).not.toContain('记下这句');
  await clickInCard(page, '撤销');
  await expect.poll(state).toBe('learning');
});

test('in a private window the card says that nothing was recorded', async ({ show }) => {
  const page = await show({ query: '?private' });
  await openByKey(page, 1);
  await clickInCard(page, '在学');
  await expect.poll(() => cardText(page)).toContain('隐私窗口里不记录学习状态，什么也没有保存。');
  expect(await page.evaluate(() => window.fixture.states.size)).toBe(0);
});
