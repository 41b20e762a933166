// What the demo's leaders write to themselves about a fortnight's question, element by element. Made up. Pure.

/** By the element's key. Each line answers any of that element's questions as somebody might. */
export const notes: Readonly<Record<string, readonly string[]>> = {
  trust: [
    'She told me on my first day what she was worried about. I had not known a director could do that.',
    'I have not said to anyone that I think we are a quarter late, not a month. I will say it here first.',
    'What I would ask for: no camera, and five minutes before I have to make sense.',
    'I nodded at a slide on hedging I did not follow. I was protecting the idea that I always follow.',
    'Pia brings me bad news early because I once thanked her for it. Everyone else saw me sigh at Karl.',
    'Half an idea about the service desk. It is still half, and that is how it comes to our meeting.',
    'I would want to know whether it may come up when the two of us sit in the same steering group.',
    'The move to the new site. I argue for it well, and I am not sure of it.',
  ],
  champion: [
    'I let a silence stand in the supplier review until the real number came out. I am pleased with the waiting.',
    'To write to Imre: your handover note saved the night shift an hour, and nobody told you.',
    'My partner says the hard thing in the first five minutes. People near it may have stopped hearing how rare that is.',
    'Our team is discussed at pricing every month, and none of us is there. They should know the forecast was ours.',
    'He said, “I was wrong about this and she was right,” with the whole board in the room. Eleven words.',
    'I would defend the compliance training. It is the one week when all the countries talk to each other.',
    'I turned down a good project because two people were tired. It looks like nothing from outside.',
    'The quiet one in data wrote the test that found it. I shall say so on Thursday, with her name in it.',
  ],
  empower: [
    'I am waiting for a decision on the second vendor. When I wrote that down I saw that it is mine.',
    'I took the board paper back at nine at night because it was quicker. It cost Dev the one chance to present it.',
    'I could move budget between my two lines without asking anyone. I have asked every time for three years.',
    'Next time he asks, I will ask him what he would do if I were on a plane.',
    'Nobody asked me about her hiring plan. Giving advice let me feel I still know engineering.',
    'They could settle the on-call rota without me this month. I have not said so, and therefore they have not.',
    'The limit is the money and the date. Everything between those is theirs. That fits on one line.',
    'I asked “what do you think?” four times today and interrupted the answer twice.',
  ],
  challenge: [
    'Our reviews run over because I add one more thing at the end. It is always me.',
    'Told twice: I answer before the question is finished. So far I have answered that, quickly.',
    'Being thorough. On a bad day it means that six people wait for my comments.',
    'I believe legal says no by habit. I have never counted. In March it was two out of nineteen.',
    'I have meant to stop the Friday report since last summer. Nobody reads it; it proves I was here.',
    'I am sure the pilot will land. If fewer than half the teams have logged in by Friday, I was wrong.',
    'She said I make her write things twice. I thanked her and added nothing. It was a long minute.',
    'I tell the story in which sales promised too much. In their story I was asked, and said nothing.',
  ],
  question: [
    '“What would you stop if nobody were watching?” Someone asked me that in a lift, two jobs ago.',
    'I timed it: I spoke for nineteen of thirty minutes. I would have liked ten.',
    'How does marketing know when to stop? I have worked next to them for four years without asking.',
    'The one we avoid: which of these three products would we not start today?',
    'I asked “what else?” and counted to six. The useful thing came at five.',
    'My questions have my answer folded inside. “Have you thought of asking Ana?” is not a question.',
    'A kind outsider would ask why two functions keep their own list of the same customers.',
    'I wrote down three questions before the meeting and threw away the clever one.',
  ],
  account: [
    'I said I would call the plant on Monday. It is Wednesday. I will say that before they do.',
    'What helped was a date and one person who would ask. What did not help was the spreadsheet.',
    'I let a date slip without a word because she was kind about the last one.',
    'We agreed on five things. I remember two. Two is how many we should agree on.',
    'Done, and smaller than I had promised. Smaller was the part that made it happen.',
    'I hold my team to dates that I do not hold upwards. They have noticed.',
    'I kept it because I had told my partner, and I did not want to explain.',
    'Next time I will say “I cannot” on the day I know, not on the day it is due.',
  ],
  closing: [
    'I ask one more question before I answer. Somebody in my team said so without knowing why.',
    'Six months ago I thought finance was a gate. Now I ring them first.',
    'The conversation in which we both said we were tired of the same project. It ended within two weeks.',
    'Unfinished: the talk with my own manager. It has a date now.',
    'I would not have guessed that the hour would be the one I never moved.',
    'I say “I do not know yet” aloud. The sky stayed where it was.',
  ],
};

/** Of no element in particular. */
export const anyNote: readonly string[] = [
  'I noticed that I prepare more for meetings with people I like.',
  'The best ten minutes of the week were in a corridor, with somebody from another function.',
  'I said less than usual, and more was decided.',
  'Somebody thanked me for a thing I had forgotten. I wrote down what it was.',
];
