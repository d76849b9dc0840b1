/** Where an entry has its page, behind `options.html`: written by whoever leads there, read by the options page. */
export const entryAddress = ({ glossaryId, conceptId }: { glossaryId: string; conceptId: string }): string =>
  `#/concept/${encodeURIComponent(glossaryId)}/${encodeURIComponent(conceptId)}`;
