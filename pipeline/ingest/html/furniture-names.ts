const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Elements that never show words of an article. */
export const wordlessTags = words(`
  AUDIO BUTTON CANVAS IFRAME INPUT MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO
`);

/** Elements whose words are not the article's, unless they stand inside its sentences. */
export const furnitureTags = words('ASIDE FIGCAPTION FOOTER FORM NAV TIME');

/** ARIA roles of what surrounds an article. */
export const furnitureRoles = words('banner complementary contentinfo navigation search');

/** Words in class names and ids that newsrooms give to what surrounds an article. */
export const furnitureWords = words(`
  ad ads advert advertisement attribution author authors bio breadcrumb breadcrumbs byline caption captions comment
  comments copyright credit credits dateline disclaimer disqus figcaption follow gallery masthead metadata nav
  navigation newsletter outbrain pagination photographer popular promo pubdate published rail recirc recirculation
  recommended related share sharing signup slideshow social sponsor sponsored subscribe subscription taboola tags
  teaser teasers timestamp toolbar trending
`);

/** Whole lines that pages put between paragraphs; lower case, without punctuation at the end. */
export const labels: ReadonlySet<string> = new Set(
  `ad, advert, advertisement, also read, comment, comments, continue reading, don't miss, more, more on this, read more,
  recommended, related, related articles, related news, related stories, share, share this, story continues,
  story continues below, tags, warning`.split(/,\s*/),
);
