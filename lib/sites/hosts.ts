/** The official sites on which Cezhu works without being asked, sorted. */
export const OFFICIAL_HOSTS = ['people.com.cn', 'zjol.com.cn'] as const;

/** Match patterns for the manifest: each host and its subdomains, http and https. */
export const OFFICIAL_MATCHES = OFFICIAL_HOSTS.map((host) => `*://*.${host}/*`);
