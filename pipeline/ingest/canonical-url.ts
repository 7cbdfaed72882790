/** Parameters that say how a reader came, not what is read. A name that ends in `*` stands for all that begin so. */
const trackingParameters: readonly string[] = [
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'at_campaign',
  'at_medium',
  'campaign_id',
  'cmpid',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'icid',
  'igshid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'ns_campaign',
  'ns_mchannel',
  'ocid',
  'oly_anon_id',
  'oly_enc_id',
  's_cid',
  'smid',
  'taid',
  'twclid',
  'utm_*',
  'vero_id',
  'wbraid',
  'wt_mc',
  'yclid',
];

const exact = new Set(trackingParameters.filter((name) => !name.endsWith('*')));
const prefixes = trackingParameters.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return exact.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix));
};

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** Is it an absolute http(s) address? */
export function isWebUrl(url: string): boolean {
  const parsed = parse(url);
  return parsed !== null && /^https?:\/\//i.test(url) && parsed.hostname !== '';
}

/**
 * One spelling for all addresses of a page: lower-case scheme and host, no default port, credentials, fragment, tracking
 * parameters or slash at the end; parameters in code-unit order. What is not a web address stays as it is.
 */
export function canonicalUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === null || !isWebUrl(url)) return url;
  const query = parsed.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.split('=', 1)[0]!))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join('&');
  const path = parsed.pathname === '/' ? '/' : parsed.pathname.replace(/\/$/, '');
  return `${parsed.protocol}//${parsed.host}${path}${query && `?${query}`}`;
}
