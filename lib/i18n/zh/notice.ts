/** What a page is told when the extension behind its marks has changed. */
export const notice = {
  updated: '策注已更新，本页已重新标注。',
  gone: '策注已停用或移除，本页的标注已收起。',
};
