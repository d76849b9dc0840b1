/**
 * A page as the tests of our own pages see it, in any browser: the part of Playwright's interface that they use.
 *
 * In Chromium it is Playwright's page itself. In Firefox, which Playwright cannot drive, `firefox-screen.ts` does the same.
 */
import type { Page } from '@playwright/test';

export type Role = Parameters<Page['getByRole']>[0];
export interface TextOptions {
  readonly exact?: boolean;
}
export interface RoleOptions extends TextOptions {
  readonly name?: string | RegExp;
}
export interface FileContent {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

interface Findable {
  locator(css: string): Part;
  getByRole(role: Role, options?: RoleOptions): Part;
  getByLabel(text: string | RegExp, options?: TextOptions): Part;
  getByText(text: string | RegExp, options?: TextOptions): Part;
}

/** Whatever of the page fits a description at the moment it is asked; acting waits until it is there and can be used. */
export interface Part extends Findable {
  first(): Part;
  last(): Part;
  nth(index: number): Part;
  filter(options: { hasText: string | RegExp }): Part;

  count(): Promise<number>;
  textContent(): Promise<string | null>;
  inputValue(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  evaluate<R>(run: (element: HTMLElement) => R): Promise<R>;

  click(options?: { modifiers?: 'Shift'[] }): Promise<void>;
  hover(): Promise<void>;
  focus(): Promise<void>;
  check(): Promise<void>;
  uncheck(): Promise<void>;
  /** Replaces what the field holds. */
  fill(text: string): Promise<void>;
  press(keys: string): Promise<void>;
  /** By value or label. */
  selectOption(option: string | { label: string }): Promise<unknown>;
  /** From a path, or from memory. */
  setInputFiles(file: string | FileContent): Promise<void>;
}

export interface Screen extends Findable {
  readonly keyboard: { press(keys: string): Promise<void>; type(text: string): Promise<void> };
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  goBack(): Promise<unknown>;
  /** CSS px of the page's own area. */
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  /** A function, or an expression. */
  evaluate<R>(run: string | (() => R | Promise<R>)): Promise<R>;
}
