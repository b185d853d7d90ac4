import type { AboutTheAuthor, AuthorFacts } from "./parts/AboutTheAuthor.tsx";
import type { Analytics } from "./parts/Analytics.tsx";
import type { Banner } from "./parts/Banner.tsx";
import type { Breadcrumbs } from "./parts/Breadcrumbs.tsx";
import type { Byline } from "./parts/Byline.tsx";
import type { ColourSwitch } from "./parts/ColourSwitch.tsx";
import type { ContentsList } from "./parts/ContentsList.tsx";
import type { Corrections } from "./parts/Corrections.tsx";
import type { Cover } from "./parts/Cover.tsx";
import type { Frame } from "./parts/Frame.tsx";
import type { Head } from "./parts/Head.tsx";
import type { Img } from "./parts/Img.tsx";
import type { KeyEvents } from "./parts/KeyEvents.tsx";
import type { LivePosts } from "./parts/LivePosts.tsx";
import type { Mark } from "./parts/Mark.tsx";
import type { Masthead } from "./parts/Masthead.tsx";
import type { MoreOn } from "./parts/MoreOn.tsx";
import type { Neighbours } from "./parts/Neighbours.tsx";
import type { NewPosts } from "./parts/NewPosts.tsx";
import type { NewsletterForm } from "./parts/NewsletterForm.tsx";
import type { Pager } from "./parts/Pager.tsx";
import type { PaidFor } from "./parts/PaidFor.tsx";
import type { Prose } from "./parts/Prose.tsx";
import type { PullQuote } from "./parts/PullQuote.tsx";
import type { SeriesNote } from "./parts/SeriesNote.tsx";
import type { Share } from "./parts/Share.tsx";
import type { Sources } from "./parts/Sources.tsx";
import type { StoryCard } from "./parts/StoryCard.tsx";
import type { StoryCount } from "./parts/StoryCount.tsx";
import type { StoryHead } from "./parts/StoryHead.tsx";
import type { StoryList } from "./parts/StoryList.tsx";
import type { TagList } from "./parts/TagList.tsx";
import type { Time } from "./parts/Time.tsx";
import type { WaysOn } from "./parts/WaysOn.tsx";

/**
 * The parts that a site may replace by a file of the same name in its own `layouts/parts`, each with what it is given:
 * `export const Byline: Parts["Byline"] = ({ authors, words }) => …`. A file exports all that ours of its name does.
 */
export interface Parts {
  readonly AboutTheAuthor: typeof AboutTheAuthor;
  readonly Analytics: typeof Analytics;
  readonly AuthorFacts: typeof AuthorFacts;
  readonly Banner: typeof Banner;
  readonly Breadcrumbs: typeof Breadcrumbs;
  readonly Byline: typeof Byline;
  readonly ColourSwitch: typeof ColourSwitch;
  readonly ContentsList: typeof ContentsList;
  readonly Corrections: typeof Corrections;
  readonly Cover: typeof Cover;
  readonly Frame: typeof Frame;
  readonly Head: typeof Head;
  readonly Img: typeof Img;
  readonly KeyEvents: typeof KeyEvents;
  readonly LivePosts: typeof LivePosts;
  readonly Mark: typeof Mark;
  readonly Masthead: typeof Masthead;
  readonly MoreOn: typeof MoreOn;
  readonly Neighbours: typeof Neighbours;
  readonly NewPosts: typeof NewPosts;
  readonly NewsletterForm: typeof NewsletterForm;
  readonly Pager: typeof Pager;
  readonly PaidFor: typeof PaidFor;
  readonly Prose: typeof Prose;
  readonly PullQuote: typeof PullQuote;
  readonly SeriesNote: typeof SeriesNote;
  readonly Share: typeof Share;
  readonly Sources: typeof Sources;
  readonly StoryCard: typeof StoryCard;
  readonly StoryCount: typeof StoryCount;
  readonly StoryHead: typeof StoryHead;
  readonly StoryList: typeof StoryList;
  readonly TagList: typeof TagList;
  readonly Time: typeof Time;
  readonly WaysOn: typeof WaysOn;
}
