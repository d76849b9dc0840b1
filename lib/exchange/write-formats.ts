/** The formats that can be written, as the page offers them; how they are written is the worker's (`write-entries.ts`). */

interface WriteFormat {
  readonly extension: string;
  readonly type: string;
}

export const WRITE_FORMATS = {
  json: { extension: 'json', type: 'application/json' },
  jsonl: { extension: 'jsonl', type: 'application/x-ndjson' },
  csv: { extension: 'csv', type: 'text/csv' },
  tsv: { extension: 'tsv', type: 'text/tab-separated-values' },
  xlsx: {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  tbx: { extension: 'tbx', type: 'application/x-tbx' },
  skos: { extension: 'jsonld', type: 'application/ld+json' },
  turtle: { extension: 'ttl', type: 'text/turtle' },
  yomitan: { extension: 'zip', type: 'application/zip' },
  html: { extension: 'html', type: 'text/html' },
  markdown: { extension: 'md', type: 'text/markdown' },
  anki: { extension: 'txt', type: 'text/plain' },
} as const satisfies Readonly<Record<string, WriteFormat>>;
export type WriteFormatName = keyof typeof WRITE_FORMATS;
