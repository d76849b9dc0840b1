import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  glanceFromText,
  glanceToText,
  packGlances,
  unpackGlances,
} from '../../lib/messages/packed-glances.ts';
import type { FirstGlance } from '../../lib/messages/protocol.ts';

const text = fc.string({ unit: fc.constantFrom('策', 'a', '"', '\\', '\ue000', '\n', '\ud842', '“') });
const glance = fc.record({ prefLabel: text, zh: text, occasion: text }).map(
  ({ prefLabel, zh, occasion }): FirstGlance => ({
    key: 'own/a',
    conceptId: 'a',
    prefLabel,
    definitions: { zh },
    firstUse: { date: '2003-07-10', occasion },
    edited: true,
  }),
);

test('glances come out as they went in, whatever stands in them', () => {
  fc.assert(
    fc.property(fc.array(glance, { maxLength: 5 }), (glances) => {
      const texts = new Map(glances.map((each, index) => [`own/${index}`, glanceToText(each)]));
      const packed = JSON.parse(JSON.stringify(packGlances(texts)));
      const unpacked = unpackGlances(packed);
      expect(unpacked.map(([key]) => key)).toEqual([...texts.keys()]);
      expect(unpacked.map(([, each]) => glanceFromText(each))).toEqual(glances);
    }),
  );
});

test('nothing in a glance makes the message longer than it is', () => {
  const packed = glanceToText({
    key: 'own/a',
    conceptId: 'a',
    prefLabel: '八八战略',
    definitions: { zh: '“八八战略”' },
    edited: false,
  });
  expect(JSON.stringify(packed)).toHaveLength(packed.length + 2);
});
