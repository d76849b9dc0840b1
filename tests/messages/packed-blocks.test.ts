import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areWhole, packBlocks, unpackBlocks } from '../../lib/messages/packed-blocks.ts';

test('blocks come out as they went in, empty ones and halves of characters too', () => {
  const block = fc.record({ id: fc.nat(), text: fc.string({ unit: 'binary' }) });
  const halves = fc.array(fc.oneof(block, fc.record({ id: fc.nat(), text: fc.constant('\ud83d') })));
  fc.assert(
    fc.property(halves, (blocks) => {
      const packed = packBlocks(blocks);
      expect(areWhole(packed)).toBe(true);
      expect(unpackBlocks(packed)).toEqual(blocks);
    }),
  );
});

test('ends that do not fit the text are no blocks', () => {
  expect(areWhole({ ids: [1], ends: [], text: '' })).toBe(false);
  expect(areWhole({ ids: [1], ends: [3], text: '八八战略' })).toBe(false);
  expect(areWhole({ ids: [1, 2], ends: [5, 4], text: '八八战略' })).toBe(false);
  expect(areWhole({ ids: [], ends: [], text: '八' })).toBe(false);
});
