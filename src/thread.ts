// The side door: the program of the thread in which heads think that take long. It is given facts and gives back what follows from them; it has
// no settings, no database and no Slack.
import { heads } from './heads.ts';
import { answerWith } from './platform/thinking/in-thread.ts';

answerWith(heads);
