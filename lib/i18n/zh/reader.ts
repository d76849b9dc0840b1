/** Texts of the reader page. */
export const reader = {
  title: '读一篇文章',
  intro: '粘贴文章，或打开存下来的文本、网页文件。内容只在这一页里，关掉就没有了。',
  text: '文章',
  placeholder: '在这里粘贴文章……',
  read: '标注并阅读',
  open: '打开文件（.txt、.html）',
  drop: '也可以把文件拖到这里',
  another: '换一篇',
  empty: '还没有文字。',
  tooLarge: (name: string) => `“${name}”太大了：最多 20 MB。`,
  unreadable: (name: string) => `“${name}”不是文本或网页文件，没有读出文字。`,
};
