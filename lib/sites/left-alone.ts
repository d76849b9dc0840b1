/** Parts of official sites where there is no news to read. */

/** Hosts of official sites that hold citizens' messages or search results: nothing is marked there. */
const LEFT_ALONE: readonly string[] = ['liuyan.people.com.cn', 'sousuo.www.gov.cn'];
/** First labels of host names that hold searches and accounts. */
const LEFT_ALONE_LABELS: readonly string[] = ['login', 'mail', 'passport', 'search', 'so', 'sousuo', 'user'];

/** Searches, accounts and message boards of official sites: no news to read there. */
export function isLeftAlone(hostname: string): boolean {
  const [first = ''] = hostname.split('.', 1);
  return LEFT_ALONE.includes(hostname) || LEFT_ALONE_LABELS.includes(first);
}
