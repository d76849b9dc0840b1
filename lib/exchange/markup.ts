/** Text as the content of XML and HTML. Pure. */

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\ufffe': '\ufffd',
  '\uffff': '\ufffd',
};

/** Text as itself, in an element or between quotation marks; the two units that XML can not hold are replaced. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"\r\ufffe\uffff]/g, (mark) => MARKS[mark] ?? mark);
