// What the demo's leaders write at the end of a round: to each other, about each other, for their next partner, for everyone. Made up. Pure.

/** By form and field, as `form/block`. */
export const closing: Readonly<Record<string, readonly string[]>> = {
  'reviewing.line/text': [
    'You asked me in March what I was protecting. I have asked myself every week since. Thank you.',
    'You never once tried to solve it for me. I solved it. I think you knew.',
    'I shall miss the hour, and the way you let a silence be one.',
    'Thank you for telling me about the meeting I was not in, and for being on my side there.',
    'I came for advice about my function and went home with questions about me. Better.',
    'You laughed at the right moment in June. It made the rest possible.',
  ],
  'reviewing.introduction/text': [
    'Asks the question everybody else is walking round, and asks it kindly.',
    'Will remember what you said three weeks ago, and will want to know what came of it.',
    'Thinks aloud, changes course in the open, and makes it safe for you to do the same.',
    'Says little for ten minutes, and then one thing that you take home.',
    'Knows how the whole organisation fits together and never uses it to win.',
    'Brings real things, unfinished, and is glad when you do.',
  ],
  'reviewing.insight/text': [
    'Two functions kept the same customer list. We compared them, and now there is one.',
    'Ask for the decision you need by name and date. Half of ours had been waiting to be asked.',
    'A meeting that nobody can describe in one sentence is two meetings.',
    'If the answer is always “it depends”, ask who it depends on and ring them together.',
    'Bad news travels at the speed of the first reaction to it.',
    'When we stopped preparing slides for each other, we began to talk.',
  ],
  'reviewing.card/card.1': [
    'A walk, and a question I cannot answer at once.',
    'Time to be wrong aloud before anybody writes it down.',
    'Somebody who repeats back what I said, in fewer words.',
    'Quiet at the start. I warm up at minute ten.',
  ],
  'reviewing.card/card.2': [
    'Early and directly. I would rather hear it from you than find it.',
    'With an example from this week, please, not a pattern.',
    'Ask me what I would tell a friend. It always works.',
    'Tell me when I have said the same thing twice.',
  ],
  'reviewing.card/card.3': [
    'Leaving decisions where they belong, also on bad days.',
    'Saying no in the first meeting instead of the third.',
    'Being heard by people who do not report to me.',
    'Asking for help before it is urgent.',
  ],
  'reviewing.card/card.4': [
    'Reading a contract or a mood.',
    'Turning a long worry into three lines and one date.',
    'Knowing whom to ring in four countries.',
    'Numbers: what they say, and what they leave out.',
  ],
  'reviewing.look-back/cl.1': [
    'I can hand something over and sleep.',
    'I ask for bad news by name, and I get it on the day.',
    'I can sit through a silence in my own meeting.',
  ],
  'reviewing.look-back/cl.2': [
    'The one about the reorganisation. I had rehearsed a speech, and was asked what I was afraid of. I gave no speech.',
    'When we spent the whole hour on one email. I rewrote it as four lines and the quarrel ended.',
    'Our third. We disagreed about the pilot and nobody smoothed it over. I trusted the rest more after it.',
  ],
  'reviewing.look-back/cl.3': [
    'How long a hire really takes, and why. I plan four months now instead of asking for two.',
    'What a contract costs to change after it is signed. We ask them a month earlier.',
    'That their quarter ends three weeks before ours. Most of our quarrels were about those weeks.',
  ],
  'reviewing.look-back/cl.4': [
    'The talk with my own manager. It is in the diary for the second week.',
    'Two teams, one customer list. I have asked for an owner, and I will ask again.',
    'I still answer first. My team has leave to put up a hand, and I mean it.',
  ],
  'reviewing.pulse/remark': [
    'Keep the hour. Everything else about it could be plainer still.',
    'I would begin with the agreement before the first question comes.',
    'Let us see the questions of both partners side by side, once.',
    'Nothing. I came expecting a form and found a conversation.',
  ],
  'reviewing.change/change': [
    'From the next round on, pause weeks follow the school holidays in all five zones.',
    'The first meeting is ninety minutes, so that the agreement is not hurried.',
  ],
};
