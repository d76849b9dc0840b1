/** Texts of the backup: what it is, and what is wrong with a file that cannot be restored. */
export const backup = {
  title: '备份',
  explain: '一个文件收全部：词条、修改、历史、学习状态和设置。',
  last: (date: string) => `上次备份：${date}`,
  never: '还没有备份过。',
  save: '保存备份文件',
  saving: '正在写备份…',
  saved: '备份已交给浏览器下载',
  restore: '从备份恢复…',
  ask: (name: string) => `用“${name}”恢复？`,
  askHelp: '现有的词条、修改、历史、状态和设置将整个换成备份里的。文件若有缺损，什么也不会改变。',
  confirm: '恢复',
  restoring: (rows: number) => `已读 ${rows.toLocaleString('zh-CN')} 项`,
  damaged: (what: string) => `没有恢复，什么也没有改变。${what}`,
  damage: {
    noBackup: '这个文件不是策注的备份。',
    cutOff: '文件不完整，没有结尾。',
    json: (line: number) => `文件第 ${line.toLocaleString('zh-CN')} 行不是 JSON。`,
    behindEnd: (line: number) => `文件第 ${line.toLocaleString('zh-CN')} 行在结尾之后。`,
    behindEntries: (line: number) => `文件第 ${line.toLocaleString('zh-CN')} 行应当在词条之前。`,
    row: (line: number, field: string, reason: string) =>
      `文件第 ${line.toLocaleString('zh-CN')} 行不合格式：${field === '' ? '' : `${field}：`}${reason}。`,
    draft: (line: number, key: string, field: string, reason: string) =>
      `文件第 ${line.toLocaleString('zh-CN')} 行，词条 ${key} 的草稿不合格式：${field === '' ? '' : `${field}：`}${reason}。`,
    count: (rows: number, promised: number) =>
      `文件应有 ${promised.toLocaleString('zh-CN')} 项，实有 ${rows.toLocaleString('zh-CN')} 项。`,
    noOwn: '文件里缺少“我的词条”词库。',
    edit: (key: string) => `对词条 ${key} 的修改不合格式。`,
    ownEdit: (key: string) => `自编词条 ${key} 不该另有修改。`,
    otherEntry: (key: string, id: string) => `${key} 之下是另一个词条 ${id}。`,
  },
  restored: (rows: number) => `已恢复，共 ${rows.toLocaleString('zh-CN')} 项`,
  back: '已回到恢复之前',
};
