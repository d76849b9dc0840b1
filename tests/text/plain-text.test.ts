import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainText } from '../../lib/text/plain-text.ts';

const blocks = (text: string): string[] => readPlainText(text).map((block) => block.text.trim());

test.each([
  ['hard-wrapped lines join', '深化最多跑\n一次改革。', ['深化最多跑\n一次改革。']],
  ['a blank line behind an ending mark parts', '第一段。\n\n第二段', ['第一段。', '第二段']],
  [
    'a closing quotation mark behind the ending mark changes nothing',
    '“第一段。”\n\n第二段',
    ['“第一段。”', '第二段'],
  ],
  ['a blank line in the middle of a sentence joins', '大综合一\n\n体化改革。', ['大综合一\n\n体化改革。']],
  ['an indent begins a paragraph', '第一段\n\u3000\u3000第二段', ['第一段', '第二段']],
  ['an indent after a blank line too', '名列第四\n\n\u3000\u3000风电', ['名列第四', '风电']],
  ['a list mark begins an item', '要求\n1. 减负\n2. 增效', ['要求', '1. 减负', '2. 增效']],
  ['Chinese numbering begins an item', '要求\n一、减负\n（二）增效', ['要求', '一、减负', '（二）增效']],
  ['Windows line ends are line ends', '第一段。\r\n\r\n第二段', ['第一段。', '第二段']],
  ['an empty file has no blocks', ' \n\n', []],
])('%s', (_name, text, expected) => {
  expect(blocks(text)).toEqual(expected);
});

test('blocks are stretches of the file, in order', () => {
  const line = fc.constantFrom('一行', '一句。', '', '\u3000\u3000缩进', '1. 项', ' ');
  const file = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 20 });
  fc.assert(
    fc.property(file, (lines) => {
      const text = lines.flat().join('');
      let end = 0;
      for (const block of readPlainText(text)) {
        expect(block.offset).toBeGreaterThanOrEqual(end);
        expect(text.startsWith(block.text, block.offset)).toBe(true);
        expect(text.slice(end, block.offset).trim()).toBe('');
        end = block.offset + block.text.length;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});
