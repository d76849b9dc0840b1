/** The way from the card to the side panel: Firefox, where no message carries a click to it, shows none. */
import { clickInCard, readCard } from '../../../scripts/support/marks.ts';
import { hover, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('the card opens the side panel beside the article', async ({ chromium }) => {
  const article = await openArticle(chromium);
  await hover(article, '八八战略');
  await expect.poll(() => readCard(article)).toContain('侧栏');
  await clickInCard(article, '在侧栏打开');
  const worker = await chromium.worker();
  const panels = () =>
    worker.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length);
  await expect.poll(panels).toBe(1);
});
