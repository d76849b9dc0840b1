/** What the settings page says of the browser's storage. */
export const storage = {
  title: '存储',
  kept: '浏览器已答应长期保留词库，磁盘紧张时也不清除。',
  mayGo: '浏览器没有答应长期保留：磁盘紧张时它可能清除词库和你的词条。请按时备份。',
  lost: '浏览器丢失了这里原来的词库（例如磁盘上的文件坏了），随附词库已重新装入。您自己的词条和学习清单可以从备份恢复。',
  restore: '去恢复备份',
  understood: '知道了',
  unknown: '浏览器没有说明是否长期保留。',
  used: (used: string, quota: string) => `已用 ${used} MB，浏览器给的上限是 ${quota} MB。`,
};
