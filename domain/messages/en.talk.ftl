### Talk: the greeting, consent, small talk, what is offered, and people.
### An id says what is said; `{ $order }` is a value that the service puts in. A company changes wording in files of its own: docs/texts.md.

## The greeting, and what the assistant can do. What a company has switched off is left out.

greeting = Hello! I'm { $assistant }, the AI assistant of { $company }: { disclosure }.
    .by-name = Hello { $name }! I'm { $assistant }, the AI assistant of { $company }: { disclosure }.
    .person = You can talk to a person at any time: use the button below, or just say so.
# Said with every greeting: where its wording leaves these words out, the sentence is added.
disclosure = an automated system, not a person
    .sentence = I'm an AI assistant: { disclosure }.
abilities = I can { $list }.
    .orders = { $verbs } orders
    .track = track
    .change = change
    .cancel = cancel
    .goods = arrange { $nouns }
    .returns = returns
    .exchanges = exchanges
    .refunds = refunds
    .account = help with your account
    .questions = answer questions from our help centre
latest-order = Your latest order { $order } ({ $goods }) { order-status }.

## Privacy and consent

data-notice = Your messages are processed automatically and stored to help you; personal data is masked first ({ $privacy }).
consent-question = I read what you write only with your consent. Personal data is masked first, and stored only to help you ({ $privacy }). May I read your messages automatically to answer you?
    .again = Without your consent nothing you write is read automatically, and a person can still help you. Personal data is masked first ({ $privacy }). May I read your messages to answer you?
    .yes = Yes, I agree
    .no = No, I do not agree
consent-given = Thank you. How can I help you?
    .goes-on = Thank you.
consent-refused = That's fine: I won't read your messages. The buttons and forms still work. Would you like to talk to a person?
    .agree-after-all = You may read my messages
# What a customer wrote and nobody here ever needs. $what: a list of the kinds below.
hidden = I hid { $what } in your message: it is not stored, and we never need it in this chat.
    .kind = { $kind ->
        [card] the card number
        [ssn] the social security number
        [secret] the password or security code
        [passport] the passport number
        [driving_licence] the driving licence number
        [iban] the bank account number
        [bank_account] the bank account number
       *[national_id] the identity number
    }

## Small talk. Beside a quote that waits nothing else is asked.

what-we-are = I'm { $assistant }, the AI assistant of { $company }: { disclosure }.
greeting-returned = Hello! What can I do for you?
    .beside-a-quote = Hello!
thanks-returned = You're welcome! Is there anything else I can do?
    .beside-a-quote = You're welcome!
goodbye-returned = Goodbye, and thank you for writing. You can come back to this chat at any time.
yes-to-nothing = All right. What can I do for you?
no-to-nothing = All right. Is there anything else I can do?
    .beside-a-quote = All right.
details-without-a-wish = Thank you. What should I do with this?
    .beside-a-quote = Thank you.
# To who doubts what was looked up
look-is-all-known = That is what our order system shows at this moment, and all that I can see. If something tells you otherwise, a person can look into it. Shall I bring one in?
# A remark that wants nothing: "typical".
remark-heard = I hear you.
    .and-now = Is there anything else that I can do here?
    .with-a-person = I hear you. Shall I bring in a person?
complaint-acknowledged = I'm sorry about this. Tell me what went wrong and, if it's about an order, its number, and I'll look into it. Or would you like to talk to a person right away?
    .beside-a-quote = I'm sorry about this. Tell me what went wrong and I'll look into it, or use the button to talk to a person.
    .by-a-person = I'm sorry that I haven't been of help here. A person can read all of this and take it up from here. Shall I bring one in?

## Buttons that offer something

talk-to-a-person = Talk to a person
offer-track-order = Where is my order?
    .by-number = Where is my order { $order }?
offer-return = I want to return something
offer-refund = I want my money back
offer-exchange = I want to exchange something
offer-cancel = I want to cancel my order
offer-change-address = I want to change the delivery address
offer-invoice = Send me an invoice
offer-password-reset = I can't log in
offer-delivery-time = How long does delivery take?

## What a page offers its visitor before they say anything (docs/page-offers.md). $offer: the name of a rule of the triggers file; a
## company gives the words of its own offers here, by their names.

page-offer = { $offer ->
        [compare-cookware] Comparing cookware? Our short guide puts cast iron, copper, stoneware and enamel side by side.
        [failed-checkout] That didn't go through. I can tell you what usually helps, or bring in a person.
        [full-cart] Is anything unclear before you order? I can tell you about delivery, payment and returns.
       *[other] Can I help you with anything on this page?
    }
    .button = { $offer ->
        [compare-cookware] Show me the guide
        [failed-checkout] What can I do?
       *[other] Yes, please
    }

## Not understood, not found, something broke

not-understood = Sorry, I didn't understand that. Could you rephrase it?
    .with-choices = Sorry, I didn't understand that. Could you rephrase it, or choose one of these?
    .and-not-in-articles = Sorry, I didn't understand that, and our help centre has nothing on it. Could you rephrase it?
no-answer-found = I couldn't find this in our help centre, and I'd rather not guess. You can rephrase your question. Or would you like a person to answer it?
# $place: where a shop was asked for; none: another place
answer-elsewhere = { $place ->
        [none] I find nothing about that place in our help centre. In general it says:
       *[other] I know of no shop of ours in { $place }. What our help centre says of our shops:
    }
# Before a quote that there is not in the conversation's language. $language: what its language is called.
answer-other-language = { $part ->
        [some] A part of this I have in { $language } only:
       *[whole] On this I have a text in { $language } only:
    }
answer-again = That is all that I find on this in our help centre. Would you like a person to answer it?
answer-in-doubt = I'm not certain that this answers your question, but it's the closest I found in our help centre:
    .person = If it doesn't, would you like to talk to a person?
crashed = Something went wrong on our side and I couldn't finish this. Please try again in a moment. Or would you like to talk to a person?
order-system-away = I can't reach our order system right now, so nothing was done. Please try again in a moment. Or would you like to talk to a person?
    .for-a-proof = I can't reach our order system right now. Please try again in a moment, or talk to a person.
answer-stopped = You stopped this answer. Nothing was done.
# Two or three wishes are about equally likely. $wishes: a list of them; on its button each begins with a capital letter.
which-wish = I want to get this right. Do you want to { $wishes }?
wish = { $intent ->
        [track_order] find out where an order is
        [cancel_order] cancel an order
        [change_order] change what is in an order
        [change_shipping_address] change a delivery address
        [change_payment_method] pay in another way
        [return_items] return something
        [exchange_items] exchange something
        [request_refund] get money back
        [track_refund] find out where a refund is
        [send_invoice] get an invoice
        [reset_password] set a new password
        [update_account] change account details
       *[delete_account] delete an account
    }
    .none = None of these

# Who writes a language that we have no words for, in that language. `.beside` goes with an answer, the other with an offer of a person.
other-language = { $language ->
        [fr] Je peux lire et répondre en anglais et en allemand. Une personne de notre équipe peut vous aider : le souhaitez-vous ?
        [es] Puedo leer y responder en inglés y en alemán. Una persona de nuestro equipo puede ayudarle: ¿lo desea?
        [it] Posso leggere e rispondere in inglese e in tedesco. Una persona del nostro team può aiutarla: lo desidera?
        [nl] Ik kan lezen en antwoorden in het Engels en het Duits. Een medewerker kan u helpen: wilt u dat?
        [pl] Mogę czytać i odpowiadać po angielsku i po niemiecku. Ktoś z naszego zespołu może pomóc: czy sobie tego życzysz?
        [pt] Posso ler e responder em inglês e em alemão. Uma pessoa da nossa equipa pode ajudar: deseja isso?
       *[other] I can read and answer in English and German. A colleague can help you: would you like that?
    }
    .beside = { $language ->
        [fr] Je réponds en anglais ou en allemand. Une personne peut vous aider à tout moment.
        [es] Respondo en inglés o en alemán. Una persona puede ayudarle en cualquier momento.
        [it] Rispondo in inglese o in tedesco. Una persona può aiutarla in qualsiasi momento.
        [nl] Ik antwoord in het Engels of het Duits. Een medewerker kan u op elk moment helpen.
        [pl] Odpowiadam po angielsku lub po niemiecku. Człowiek może pomóc w każdej chwili.
        [pt] Respondo em inglês ou em alemão. Uma pessoa pode ajudar a qualquer momento.
       *[other] I answer in English or German. A person can help you at any time.
    }

## People

# How a pressed button stands in the transcript, among the customer's own words.
pressed = { $action ->
        [confirm] Yes, do it
       *[cancel] No, leave it
    }
    .person = I would like to talk to a person.
    .answer-to = Please answer to { $address }.
    .withdraw = I take this back.

or-something-else = If you meant something else, please say it in other words. Or would you like to talk to a person?
person-instead = Would you rather talk to a person?
person-offered = I'm not getting this right. Would you like to talk to a person? Just say so or use the button.
person-comes = { $reason ->
        [approval_needed] This needs a colleague's approval. I've passed it on with all the details, and you'll read the answer here.
        [repeated_failure] I couldn't help you with this, so I'm bringing in a person. They can see our whole conversation.
        [identity_not_verified] I couldn't confirm who you are, so a person will take over from here. They can see our whole conversation.
        [tool_failure] I couldn't confirm whether this went through, so a person will check it before anything else happens. Please don't try again in the meantime.
        [safety] I'm bringing in a person right away. If you or somebody else is in danger, please call your local emergency number now.
       *[other] I'm bringing in a person. They can see our whole conversation, so you don't have to repeat anything.
    }
    .as-chosen = All right, as you chose: I'm bringing in a colleague who sees to it. They can see our whole conversation, so you don't have to repeat anything.
    .and-the-rest = They will answer your question as well.
    .and-what-else = They will see to the rest of what you wrote as well.
    .no-danger = Thank you for telling me, that is good to know. Somebody of ours still reads what you wrote and answers here; until then you can write what you need.
person-joined = { $name } joined the conversation.
person-left = { $name } had to leave.
    .in-time = We're sorry, { $name } couldn't answer in time.
back-in-queue = You're back in the queue, in your old place: the next free person will answer you.
    .approval = Your request is back in the queue, in its old place: the next free person will decide.
person-told = A colleague has your request already and now knows that you'd like to talk to a person. They'll write to you here.
    .unclaimed = Your request still waits for a colleague. Whoever takes it now knows that you'd like to talk to a person, and writes to you here.
# While an approval waits that nobody has taken: what was asked beside it was looked up.
approval-waits = Your request itself still waits for a colleague's approval.
    .only-looks = Your request itself still waits for a colleague's approval. Until then I can look things up for you but start nothing else; whoever decides sees what you wrote.
    .words = Your request still waits for a colleague's approval, and whoever decides sees what you wrote. Until then I can look things up for you. To take the request back, write "cancel it".
    .noted = Thank you, that is noted: whoever decides sees it too.
    .form = Your request still waits for a colleague's approval, so nothing was done with that. To take the request back, write "cancel it".
# Nobody has taken the conversation yet.
in-the-queue =
    .how-long = You are in the queue, and I can't tell how long it takes: the next free colleague answers you, right here. If you'd rather go on with the AI assistant meanwhile, you can take this back.
    .how-long-still = I still can't tell how long it takes. Your place in the queue is kept, also while you're away from this page.
    .cost = Talking to a person costs nothing. You are in the queue, and the next free colleague answers you here.
    .anyone = You are in the queue: nobody has taken this up yet. The next free colleague reads all that you wrote and answers you here.
    .anyone-still = Still nobody, I'm sorry: I'm the AI assistant, and a colleague answers as soon as one is free. You needn't write it again.
    .words = You are in the queue: the next free colleague reads what you wrote here and answers you. If you'd rather go on with the AI assistant, you can take this back.
    .answered = That is from our help centre. Whoever takes this up reads everything and answers you here.
    .words-noted = Thank you, that is noted: whoever takes this up reads it too.
    .words-more = I've added this for the colleague, who answers you here.
    .form = You are in the queue for a person, so nothing was done with that. They can see it and will answer you here.
form-waits-for-person = A colleague has this conversation now, so nothing was done with that. They can see it and will answer you here.
back-with-assistant = You're back with the AI assistant. Is there anything else I can do?
    .with-quote = You're back with the AI assistant. This was not done yet: { $words }. Shall I ask you about it again?
conversation-closed = The conversation was closed. Thank you!
    .undone = The conversation was closed. This was not done, and nothing was changed: { $words }. You can write here again at any time.
no-alarm = I'm glad that nobody is hurt, and sorry for the alarm. No person is coming because of it; if you want one, just say so.
    .go-on = Shall we go on where we were?
    .say-again = What can I do for you?
person-withdrawn = All right, no person is coming then. You're with the AI assistant again. Is there anything else I can do?
approval-withdrawn = All right, I took that back and nothing was changed: { $words }. You're with the AI assistant again. Is there anything else I can do?
approval-refused = A colleague looked at this and did not approve it: { $words }.
    .afterwards = Nothing was changed. Can I help you in another way?
request-refused = A colleague looked at your request and did not approve it.

## What people mean

mail-not-here = { $to ->
        [given] The link goes to the address that you gave, if there is an account for it. It can take a few minutes: please look in the spam folder too, and try the other addresses that you use. If it still doesn't come, tell me, and a person can look into it.
       *[file] What I send by e-mail goes to the address on file. It can take a few minutes: please look in the spam folder too. If it still doesn't come, tell me, and a person can look into it. If you mean a parcel that did not come, tell me which order it is.
    }
    .still = I can't see from here why it doesn't come. Would you like a person to look into it?
# To who tells of a death: once, before what they want is served
condolences = I'm very sorry for your loss.
    .help = I can take back or cancel an order for you. Or would you like a person to take care of everything?
# Once, before the remedy of goods is spoken of
regret = { $problem ->
        [damaged] I'm sorry about the damage.
        [missing] I'm sorry that it hasn't reached you.
        [charged] I'm sorry about this charge.
       *[wrong] I'm sorry that it isn't what you expected.
    }
left-as-it-is = All right, I leave it as it is. Is there anything else I can do?
back-to-the-question = And back to what you wanted: { $question }
more-wishes-wait = { $count ->
        [one] Your other wish comes right after this.
       *[other] Your { $count } other wishes come right after this.
    }
# $emergency and $crisis are the policy's words for the region: whom to call
urgent = { $kind ->
        [self_harm] I'm really glad you told me. You don't have to go through this alone: please call { $crisis }, or { $emergency } if you are in danger now. I'm bringing in a person right away, and they see what you wrote.
        [danger] Please keep away from it and make sure that everyone is safe. If there is any danger, call { $emergency } now. I'm bringing in a person right away.
        [injury] I'm sorry that somebody got hurt. If it is serious, please call { $emergency } now. I'm bringing in a person right away, and they see what you wrote.
        [threat] I'm bringing in a person right away. If anybody is in danger, please call { $emergency } now.
        [fraud] Thank you for telling me. Please share no codes, passwords or card numbers with anybody, and tell your bank if you already did. I'm bringing in a person right away.
        [account_taken_over] I'm bringing in a person right away to look at your account. Please share no codes or passwords with anybody meanwhile.
        [stalking] Your safety comes first. I'm bringing in a person right away to look after your details with you. If you are in danger, please call { $emergency } now.
       *[legal] I'm passing this to a person right away. They see our whole conversation.
    }
# To who asks in the queue what to do meanwhile
urgent-meanwhile = { $kind ->
        [self_harm] Please don't wait for us: call { $crisis }, or { $emergency } if you are in danger now.
        [danger] Please don't use it, nor anything of the same kind, until a colleague has looked at it. If there is any danger, call { $emergency } now.
        [injury] Please don't use it, nor anything of the same kind, until a colleague has looked at it. If anybody gets worse, call { $emergency }.
        [account_taken_over] If you can still sign in, please change your password now, and that of your e-mail account too. Orders that have not been sent can be stopped by the colleague who takes this up.
        [fraud] Please pay nothing more, share no codes or passwords, and call your bank if you have already paid or shared any.
        [legal] That is for a person to answer; they read everything that stands here.
       *[other] If anybody is in danger, please call { $emergency } now. The colleague who takes this up looks at everything else.
    }
# While a person of ours has the conversation already
urgent-beside-a-person = { $kind ->
        [self_harm] You don't have to go through this alone: please call { $crisis }, or { $emergency } if you are in danger now. The colleague here sees what you wrote.
       *[other] If anybody is hurt or in danger, please call { $emergency } now. The colleague here sees what you wrote.
    }
request-for-my-data = You have the right to a copy of all the data that we hold on you, and to have it corrected or deleted. A colleague prepares it once they know that it's you; our privacy page says more: { $url }. Nothing is deleted by asking for it. Shall I bring in a person to start it?
# .after-documents: what they do not say
unsubscribe-from-mails = Every newsletter has an "unsubscribe" link at its end, which works at once. Mails about your orders still come, since you need those. Shall I bring in a person who can take you off the list?
    .after-documents = Mails about your orders still come, since you need those. Shall I bring in a person who can take you off the list?
    .question = How do I unsubscribe from the newsletter?
# What the help centre is asked when a customer tells of it in other words
question-about = { $matter ->
        [code] The one-time code has not arrived
        [confirmation] I have not received an order confirmation
       *[lock] Why is my account locked?
    }
question-about-warranty = What warranty do your products have?
# Before what the help centre says of it, to who is known
charge-which-order = Tell me the number of the order, and I'll look at what was paid for it.
question-about-a-charge = { $problem ->
        [charged_twice] I was charged twice: is it a reservation or a charge?
       *[charged_wrong] Why is the amount that was charged different from the price?
    }
