/** Moving entries between glossaries. */
export const move = {
  action: '移到词库',
  ask: '移到哪个词库？',
  done: (count: number, name: string) => `${count.toLocaleString('zh-CN')} 条已移到“${name}”`,
};
