/** What the settings page says of the browser's storage. */
export const storage = {
  title: '存储',
  kept: '浏览器已答应长期保留词库，磁盘紧张时也不清除。',
  mayGo: '浏览器没有答应长期保留：磁盘紧张时它可能清除词库和你的词条。请按时备份。',
  unknown: '浏览器没有说明是否长期保留。',
  used: (used: string, quota: string) => `已用 ${used} MB，浏览器给的上限是 ${quota} MB。`,
};
