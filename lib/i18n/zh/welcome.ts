/** Texts of the page that opens after installation. */
export const welcome = {
  title: '读官方新闻，政策用语就地有注',
  lead: '策注在文章里标出政策用语，停上去就是一张卡片：是什么、有哪几项、何时由谁提出、出处何在。不联网，资料只在你的电脑上。',
  loading: {
    label: '装入词库',
    working: (loaded: number, total: number) =>
      total === 0 ? '正在装入词库…' : `正在装入词库：${loaded} / ${total}`,
    ready: '词库已就绪。',
    failed: '词库没有装好；此前先用安装包里的词库。',
    unreachable: '策注没有回答。',
    retry: '再试一次',
  },
  example: {
    title: '试一试',
    how: '把指针停在带点线的词上，或点一下（触屏轻点）：',
    inCard: '卡片里的“在学”“已掌握”会记住你的选择；“编辑”可以改写词条，改完网页随即更新。',
    off: '策注现在是关闭的，在设置里启用后，这里会出现标注。',
  },
  marks: {
    title: '标注的意思',
    marked: '词库里有这一条，停上去就有解释。',
    studied: '你在学的词语，另有一道红色虚线；网页读不到哪些词你在学。',
    none: '没有线：词库里没有，或你已掌握，或这一节里前面已标过。',
  },
  keys: {
    title: '按键',
    'next-term': '下一个词语，并打开卡片',
    'previous-term': '上一个词语',
    'toggle-card': '打开或关闭卡片',
    'toggle-marks': '显示或隐藏标注',
    none: '未设',
    changeInChrome: 'Esc 关闭卡片。按键可以在浏览器的扩展快捷键页（chrome://extensions/shortcuts）更改。',
    changeInFirefox: 'Esc 关闭卡片。按键可以在 about:addons 的“管理扩展快捷键”里更改。',
  },
  sites: {
    title: '在哪些网站上',
    official: (count: number) =>
      `${count} 个官方网站及其子站上自动标注，如人民网、新华网、央视网、浙江在线、各级政府网；每个都可以单独关闭。`,
    others: '其他网页：点工具栏上的策注图标，选择在那个网站上也标注，浏览器会先问你。粘贴的文章用阅读页读。',
  },
  privacy: {
    title: '权限与隐私',
    more: '隐私说明全文',
    points: [
      '读取网页文字的权限，只用来在你的浏览器里与词库比对；读完不留。不读表单、密码和 Cookie。',
      '不发送任何数据：没有服务器，没有账号，没有统计。词库和分词都在安装包里。',
      '保存在本机的只有词库、你的修改、学习清单和设置；不记录你读过什么，除非你自己记下某一句话。',
      '隐私窗口里默认不工作；你允许之后也不写学习清单。',
    ],
  },
  onward: {
    title: '接下来',
    reader: ['读一篇粘贴的文章', '没有网也能用'],
    glossary: ['翻看词库', '查找、修改、新建'],
    study: ['学习清单', '在学的词语和复习'],
    settings: ['全部设置', '卡片怎样打开、样式、备份'],
  },
};
