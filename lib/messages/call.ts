/** One call of the protocol: how its request is read, and who may send it. Only types; nothing is imported. */

/** A request as it arrived: checked, or what is wrong with it. */
export type Read<Request> = { readonly request: Request } | { readonly fault: string };

export interface Call<Request, Reply> {
  /** Everything that arrives is hostile until this has read it. */
  readonly read: (value: unknown) => Read<Request>;
  /** Only the type is used. */
  readonly reply?: Reply;
  /** Who may send it: every content script, or the extension's own pages only. */
  readonly from: 'content' | 'page';
}

export type RequestOf<C> = C extends Call<infer Request, unknown> ? Request : never;
export type ReplyOf<C> =
  C extends Call<never, infer Reply> ? Reply : C extends Call<infer _R, infer Reply> ? Reply : never;
