/**
 * A browser with Cezhu installed, as a journey sees it: the same for Chromium and Firefox.
 *
 * What a person does (open, point, click, type) goes through real input; what a test reads comes from the page's own
 * world, or from inside the closed root of the card by way of the browser's debugging protocol.
 */
import type { FileContent, Screen } from './screen.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ProfileOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Port of the site server that stands in for every host. */
  readonly port: number;
  readonly headless?: boolean | undefined;
  /** Of the browser, and so of the extension's interface. */
  readonly language?: 'zh-CN' | 'en-US' | undefined;
  readonly scheme?: 'light' | 'dark' | undefined;
  /** The screen can be touched. */
  readonly touch?: boolean | undefined;
  /** Firefox: every window is a private one, and the extension is allowed there. */
  readonly privateOnly?: boolean | undefined;
  /** Origins that the extension is given without a prompt when it asks for them; Firefox then gives it any. */
  readonly granted?: readonly string[] | undefined;
  /** The extension is allowed in private windows. */
  readonly privateAllowed?: boolean | undefined;
  /**
   * What becomes of the page that opens after installation: closed before anything else, unless said otherwise. None
   * opens where the profile is a copy, and none is waited for where every window is private.
   */
  readonly welcome?: 'closed' | 'kept' | 'none' | undefined;
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  /** A profile's folder, kept by `close`, to begin with a copy of: with the glossary in it, no test waits for it. */
  readonly from?: string | undefined;
  /**
   * Firefox: installed as a package, as readers do it, and so there when the browser starts again. Asks for a Firefox that
   * takes packages without a signature, such as ESR.
   */
  readonly lasting?: boolean | undefined;
}

/** What stands around the pages, as far as the extension has a part in it. */
export interface BrowserWindow {
  /**
   * What the browser does when its user presses a shortcut of the extension, such as `Alt+Shift+J`: without a screen no
   * browser hears keys of its own there, so it is looked up whose they are, and the background is told as by the browser.
   */
  pressShortcut(keys: string): Promise<void>;
  /** Gives a command of the extension its keys, as the reader does in the browser's settings. */
  setShortcut(command: string, keys: string): Promise<void>;
  /**
   * Chooses an item of the extension in the context menu of a selection, at a point in it: in the menu itself, or, as
   * Chromium shows none without a screen, by telling the background as the browser would.
   */
  chooseInMenu(tab: Tab, item: string, at: Point): Promise<void>;
  /** The toolbar popup as a page, beside the tab: pressing the button has let the extension look at that tab. */
  openPopup(tab: Tab): Promise<Tab>;
  /** Types after the extension's keyword; where no address bar takes keys, the background is told as by the browser. */
  typeInAddressBar(text: string): Promise<void>;
  readSuggestions(): Promise<readonly string[]>;
  enterInAddressBar(): Promise<void>;
  /** Takes access away as the reader does in the browser's settings: to one origin, or to all. */
  takeAccess(of?: string): Promise<void>;
  /** Shows the tab as it is printed, or in the colours of a high-contrast system. */
  emulate(tab: Tab, medium: 'print' | 'forced-colors'): Promise<void>;
}

/** A fresh profile with the extension in it. */
export interface Profile extends BrowserWindow {
  readonly kind: 'chromium' | 'firefox';
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  open(url: string): Promise<Tab>;
  /** Opens a page of the extension: `options.html#…`. */
  openOwn(path: string): Promise<Tab>;
  /** Opens a page in a private window of its own; asks for `privateAllowed` in the profile's options. */
  openPrivate(url: string): Promise<Tab>;
  /** The tab whose address begins so, however it was opened; waits for it. */
  findTab(prefix: string): Promise<Tab>;
  /** Ends the background as the browser does after 30 idle seconds; `false` when there was none to end. */
  stopBackground(): Promise<boolean>;
  isBackgroundRunning(): Promise<boolean>;
  /** Does with the extension what reader and store may do. */
  extension(act: 'update' | 'disable' | 'enable' | 'remove'): Promise<void>;
  /** Where the rows of the extension's databases stand on the disk; let go of while the extension is disabled. */
  databaseFiles(): Promise<readonly string[]>;
  /** What the browser answers when the extension asks to keep its storage. */
  answerPersist(answer: 'granted' | 'denied'): Promise<void>;
  /** Runs in every page that is opened from now on, before its own scripts. */
  beforeScripts(run: () => void): Promise<void>;
  /** Errors that pages and background have thrown or logged so far. */
  errors(): Promise<readonly string[]>;
  /** Keeps the profile in a folder, if one is given: `from` of other profiles. */
  close(keepIn?: string): Promise<void>;
}

/** How a control of our own pages is named: by what assistive technology hears, or by a selector. */
export type Target = { readonly role: string; readonly name: string } | { readonly css: string };

export interface Tab {
  /** For our own pages. */
  readonly page: Screen;
  url(): string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs in the page's own world, where no extension API exists. */
  evaluate<A, R>(run: (arg: A) => R | Promise<R>, arg: A): Promise<R>;
  /** The same for a function without blanks, or an expression; the driver puts nothing of its own into the page for it. */
  evaluateBare<R>(run: string | (() => R | Promise<R>)): Promise<R>;
  /** Runs with the closed root of our one element; `undefined` while that element is not there. */
  insideCard<A, R>(run: (root: ShadowRoot, arg: A) => R, arg: A): Promise<R | undefined>;
  movePointer(to: Point): Promise<void>;
  clickAt(at: Point): Promise<void>;
  /** With a finger; asks for `touch` in the profile's options. */
  tap(at: Point): Promise<void>;
  press(key: string): Promise<void>;
  clickOn(target: Target): Promise<void>;
  /** Replaces what a field holds. */
  fill(target: Target, text: string): Promise<void>;
  /** Visible text of the first element that the selector finds; `undefined` where there is none. */
  textOf(css: string): Promise<string | undefined>;
  /** What the browser saves as a file when this is done. */
  saved(act: () => Promise<void>): Promise<FileContent>;
  bringToFront(): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}
