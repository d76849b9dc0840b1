import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../components/tokens.css'), 'utf8');
const token = (name: string, theme: 'light' | 'dark') => {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const colour = pair?.[theme === 'light' ? 1 : 2];
  if (colour === undefined) throw new Error(`no colour --${name}`);
  return colour;
};

/** Contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const THEMES = ['light', 'dark'] as const;
const PAPERS = ['paper', 'paper-raised', 'paper-sunken', 'vermilion-wash'] as const;
const INKS = ['ink', 'ink-soft', 'vermilion'] as const;

test.each(THEMES.flatMap((theme) => INKS.map((ink) => [ink, theme] as const)))(
  'text in %s is readable on every paper in the %s theme',
  (ink, theme) => {
    const ratios = PAPERS.map((paper) => [paper, contrast(token(ink, theme), token(paper, theme))] as const);
    expect(ratios.filter(([, ratio]) => ratio < 4.5)).toEqual([]);
  },
);

test.each(THEMES)('edges of fields and text on vermilion can be seen in the %s theme', (theme) => {
  expect(contrast(token('edge', theme), token('paper-raised', theme))).toBeGreaterThanOrEqual(3);
  expect(contrast(token('on-vermilion', theme), token('vermilion', theme))).toBeGreaterThanOrEqual(4.5);
});
