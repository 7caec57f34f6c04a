### Who is writing, what the shop holds, and what has to be asked before something is done.

## Who is writing. Nothing here may say whether an order or an account exists.

proof-needed = First I need to know that it's you. Please give me an order number, and the e-mail address or the postcode of that order.
    .without-number = Without the number, a person can look for your order by your name and postcode. Would you like that? If you have an account with us, give me its e-mail address instead, and a code goes there.
    .without-order = Without an order I can know you by your account: give me its e-mail address, and a code goes there. Or a person can help you. Would you like that?
proof-needs-more = To show this order, I need its e-mail address or postcode.
    .or-code = To show this order, I need its e-mail address or postcode. Or type the code that was sent to you.
proof-does-not-match = I couldn't match these details. Please check the order number, and the e-mail address or postcode of that order. After a few wrong tries I can't check them again for an hour; a person can.
proof-held = There were too many wrong tries with these details, so for your safety I can check them again only in an hour. A person can help you before that.
code-sent = If these details are right, a six-digit code is on its way to the e-mail address on file. Please type it here.
code-not-here = The code can take a few minutes, and it may be in the spam folder. It only goes to the e-mail address on file. If it isn't there, a person can help you without it. Would you like that?
code-is-right = Thank you, that's the right code. What can I do for you?
code-is-wrong = That code isn't right, or it has expired. After a few wrong tries I can't check codes for an hour; a person can.
known-already = I know that it's you already. What can I do for you?
    .go-on = Thank you, I know that it's you already.
order-known-already = Yes, that's order { $order }.
number-not-needed = You don't need the number.
sign-in-ended = Your sign-in has ended.
sign-in-needed = For this you need to be signed in on our site. Please sign in and open the chat again, or talk to a person.
too-many-mails = I can't send you another e-mail within this hour. Please look at those that have arrived, in the spam folder too. Or try again in an hour, or talk to a person.
too-many-email-changes = The e-mail address of your account can't be changed again today.
order-found = Thank you, I found order { $order }. What can I do for you?
order-not-found = I can't find that order for you. Please check the order number.
account-not-found = I can't find your account.
value-expired = For your protection I no longer have what you gave me for this ({ $value }). Could you give it to me again?

## Orders: which one, where it is, what was paid back

order-status = { $status ->
        [pending] is being prepared
        [processed] is packed
        [shipped] is on its way
        [delivered] was delivered
        [cancelled] was cancelled
       *[returned] was returned
    }
# "You have no order that is …"; and when something can be done with it
status-wanted = { $status ->
        [pending] being prepared
        [processed] packed
        [shipped] on its way
        [delivered] delivered
        [cancelled] cancelled
       *[returned] returned
    }
    .when = { $status ->
        [pending] while it is being prepared
        [processed] while it is packed
        [shipped] while it is on its way
        [delivered] once it has been delivered
        [cancelled] once it has been cancelled
       *[returned] once it has been returned
    }
which-order = Which order is it? Choose one, or type its number.
    .stolen = I'm sorry about that. Which order was it? Choose one, or type its number.
    .first = I can do this for one order at a time. Which one first? Choose one, or type its number.
    .not-this = I can't find an order { $number } of yours. Which order is it?
    .no-such-goods = I can't find "{ $goods }" in your orders. Which order do you mean? Choose one, or type its number.
    .number = Which order is it about? Please give me the order number.
    .button = { $order } · { $goods } · { status-wanted }
order-state = { $status ->
        [pending] Order { $order } ({ $goods }) is being prepared and hasn't left us yet.
        [processed] Order { $order } ({ $goods }) is packed and waits for the carrier.
       *[other] Order { $order } ({ $goods }) { order-status }.
    }
    .delivered-on = Order { $order } ({ $goods }) was delivered on { $day }.
# What carriers call where a parcel is; one that is not among these is told in the carrier's own word
parcel-state = { $state ->
        [label_created] announced to the carrier
        [pre_transit] announced to the carrier
        [accepted] taken over by the carrier
        [picked_up] picked up by the carrier
        [in_transit] in transit
        [out_for_delivery] out for delivery
        [available_for_pickup] ready to be picked up
        [ready_for_pickup] ready to be picked up
        [delivery_attempted] delivery attempted
        [attempted] delivery attempted
        [delayed] delayed
        [exception] held up
        [held] held by the carrier
        [returned] returned
        [return_to_sender] on its way back to us
        [lost] lost
        [delivered] delivered
       *[other] { $said }
    }
parcel = Parcel { $carrier } { $number }: { $state }.
    .no-time = I know the day only: no time is named to me.
    .expected = Parcel { $carrier } { $number }: { $state }, expected { $day }.
# $first and $last are the policy's working days
usual-delivery = Delivery usually takes { $first ->
        [1] { $last ->
                [1] one working day
               *[other] 1 to { $last } working days
            }
       *[other] { $first } to { $last } working days
    } from your order.
    .between = { $n ->
        [0] That is { $first }.
       *[other] That is between { $first } and { $last }.
    }
    .express = Express takes { $first } to { $last }.
# In how many parcels an order travels
order-parcels = { $n ->
        [0] It hasn't left us yet: in how many parcels it travels, I see only once it has.
        [1] All of it travels in one parcel: { $goods }.
       *[other] It travels in { $n } parcels: { $parcels }.
    }
    .rest = Not in it: { $goods }.
# Whether it is due on the day that was asked back; $day and $last: the days on which it is expected
order-on-the-day = { $verdict ->
        [yes] Yes, it's expected on { DATETIME($day, dateStyle: "full") }.
        [no] No, it's expected on { DATETIME($day, dateStyle: "full") }.
        [open] It may be, but I can't promise the day: it's expected between { $day } and { $last }.
        [other] No, it's expected between { $day } and { $last }.
        [between] It's expected between { $day } and { $last }.
       *[told] It's expected on { DATETIME($day, dateStyle: "full") }.
    }
# Until when an order can go back; $day: the last day, $n: of how many, $since: when it was delivered
order-return-by = { $verdict ->
        [yes] Yes: you can return order { $order } ({ $goods }) until { DATETIME($day, dateStyle: "full") }.
        [no] No: the last day to return order { $order } ({ $goods }) is { DATETIME($day, dateStyle: "full") }.
        [over] The last day to return order { $order } ({ $goods }) was { DATETIME($day, dateStyle: "full") }: it was delivered on { $since }, and it could go back within { $n } days.
        [later] Order { $order } ({ $goods }) isn't delivered yet. Once it is, you can return it within { $n } days.
        [no-end] There is no last day to return order { $order } ({ $goods }).
        [never] Order { $order } ({ $goods }) was cancelled, so nothing of it has to go back.
       *[told] It isn't too late: order { $order } ({ $goods }) was delivered on { $since }, so you can return it until { DATETIME($day, dateStyle: "full") }.
    }
    .again = The last day to return order { $order } is { DATETIME($day, dateStyle: "full") }.
# Needed by $day: whether the expected days are before it
in-time = { $verdict ->
        [likely] So it should be here in time for { $day }, though I can't promise a day.
        [open] So it may be here in time for { $day }, and it may not: I can't promise a day.
        [unlikely] So it most likely won't be here in time for { $day }, and I'm sorry.
       *[unknown] Whether it's here in time for { $day } I can't tell.
    }
order-late = { order-late.sorry } Would you like a person to look into it?
    .sorry = That is later than it should be, and I'm sorry.
# Said of an order on its way, of which a part is said to be missing
parcel-in-part = More than this I can't see. If a part of it came and the rest didn't, a person has to look into it. Shall I bring one in?
# A part of a refund; the others wrap it.
# Reported twice on a statement. $payments: a list of amounts and methods.
charge-looked-up = { $count ->
        [one] In our books order { $order } was paid once: { $payments }.
       *[other] In our books order { $order } was paid in { $count } parts: { $payments }.
    } If your statement shows more than that, a person has to look at it, and can give it back. Shall I bring one in? They see all of this.
refund-made = { $amount } to { $method }
    .on = { $refund } on { $day }
    .arrives = { $refund }, which arrives { $kind ->
        [gift_card] at once
        [paypal] within 1 to 2 working days
        [bank] within 2 to 4 working days
       *[card] within 3 to 5 working days
    }
    .arrives-within = { $refund }, which arrives { $days ->
        [0] at once
        [one] within { $days } working day
       *[other] within { $days } working days
    }
    .latest = { $refund } (by { DATETIME($day, dateStyle: "full") })
day-checked = { $is_it ->
        [yes] Yes.
       *[no] Not quite.
    }
refund-not-seen = It can take until then before your bank shows it. Would you like a person to look into it?
    .overdue = I'm sorry that it isn't. Would you like a person to look into it?
refund-disputed = The order shows that it was paid with { $methods }, and money goes back the way it was paid. If that isn't yours, or not how you paid, a person has to check it. Shall I bring one in? They see all of this.
refunds-made = Refunded on order { $order }: { $refunds }.
    .by-now = It should be there by now.
no-refund-yet = There is no refund on order { $order } so far.
refund-follows-return = Your return for order { $order } is registered. The money follows once the goods are back with us.

## What the shop holds

order-in-a-list = { $order }: { $goods }, { status-wanted }, ordered on { $placed }
your-orders = { $count ->
        [one] You have one order with us:
       *[other] You have { $count } orders with us, the newest first:
    }
older-orders = { $count ->
        [one] And one older order.
       *[other] And { $count } older orders.
    }
no-orders-yet = You have no orders with us yet.
where-is-order =
    .button = Where is { $order }?
order-and-status = { $status ->
        [pending] Order { $order } is being prepared and hasn't left us yet.
        [processed] Order { $order } is packed and waits for the carrier.
       *[other] Order { $order } { order-status }.
    }
order-holds = Order { $order }: { $goods }.
goods-price = { $goods }: { $amount }
order-total = It cost { $total } in all: { $each }.
paid-by = { $amount } with { $method }
order-was-paid = You paid { $parts }.
order-shows-no-payment = It shows no payment.
order-goes-to = { $status ->
        [cancelled] It was to go to your address in { $city } ({ $country }).
       *[other] It goes to your address in { $city } ({ $country }).
    }
order-placed-on = You ordered it on { $day }.
order-delivered-on = It was delivered on { $day }.
order-carried-by = It travels with { $parcels }.
order-not-with-a-carrier = { $status ->
        [cancelled] It never went to a carrier.
       *[other] It hasn't been given to a carrier yet.
    }
order-cancelled-why = Why it was cancelled I can't see, and I'm sorry that nobody told you. Would you like a person to look into it?
order-nothing-refunded = Nothing has been refunded on it so far.
order-was-refunded = Refunded so far: { $parts }.
account-first-name = Your account is in the name of { $name }.
account-email = We have { $email } as your e-mail address.
account-phone = We have a phone number that ends in { $last }.
account-no-phone = We have no phone number of yours.
account-addresses = We have your address in { $cities }.
account-no-address = We have no address of yours.
account-methods = You can pay with { $methods }.
account-no-method = We have no payment method of yours.
gift-card-with-balance = your gift card ({ $amount } left)
product-in-stock = Yes, { $product } is in stock: { $variants }.
variant-price = { $options } for { $amount }
product-not-in = We don't have { $product } in { $missing }.
    .so = We don't have it like that.
product-comes-in = In stock are: { $variants }.
variants-out-of-stock = Not in stock now: { $variants }.
# $n counts the variants that are named; none where the product has one only
product-out-of-stock = { $n ->
        [0] { $product } is out of stock now.
       *[other] { $product } is out of stock now: { $variants }.
    }
# Goods are wanted without a material or a colour; $products: what was found, which has it
product-not-without = I can't name you one that is safely without it: { $products } { $n ->
        [one] isn't
       *[other] aren't
    } what you're looking for.
    .unknown = What goods are made of I don't see, so I can't promise you that any is without it.
    .person = I'd rather not guess: shall a colleague check it for you?
question-about-an-allergy = I have an allergy to { $what }. What is in your products?
product-not-found = I can't find that product. Could you check its name?
which-product = Which product is it about? Please tell me its name.

## What has to be asked before something is done

which-items = { $action ->
        [refund] Which items of order { $order } would you like a refund for?
       *[return] Which items of order { $order } do you want to return?
    }
    .one = { $action ->
        [exchange] Which item of order { $order } do you want to exchange?
       *[change] Which item of order { $order } do you want to change?
    }
    .alike = { $action ->
        [refund] Order { $order } has { $count } × { $goods }. Which of them would you like a refund for?
        [exchange] Order { $order } has { $count } × { $goods }. Which of them do you want to exchange?
        [change] Order { $order } has { $count } × { $goods }. Which of them do you want to change?
       *[return] Order { $order } has { $count } × { $goods }. Which of them do you want to return?
    }
    .to-send = Which items of order { $order } do you need?
    .all = All of them
how-much-back = How much would you like back? At most { $most } is possible for these goods.
how-many = How many of the { $count } × { $goods } is it about?
goods-wanted = I can't send goods myself, but a colleague can: { $goods } of order { $order }. { $refunds ->
        [yes] Or I can give you the money back. Shall I bring in a colleague?
       *[no] Shall I bring in a colleague?
    }
    .either = For { $goods } of order { $order } both can be: a colleague sends it again, or I give you the money back. Which would you like?
    .right = For { $goods } of order { $order } both can be: a colleague sends the right one, or I give you the money back. Which would you like?
    .searched = A colleague can ask the carrier where it is, or have it sent again: { $goods } of order { $order }. Shall I bring one in?
    .part = what is missing of { $goods }
    .the-right = Send the right one
    .again = Send it again
which-variant = Which { $goods } would you like instead of { $options }?
    .plain = Which { $goods } would you like instead?
    .or-return = If none of them suits, you can also return it: just say so.
    .other = Which other { $goods } would you like?
priced = { $what } ({ $price })
which-method = Which payment method shall I use?
    .instead = Which of your payment methods shall I use?
which-reason = May I ask for the reason?
reason = { $name ->
        [no_longer_needed] No longer needed
        [ordered_by_mistake] Ordered by mistake
        [too_slow] Too slow
        [damaged] Damaged
        [missing] Missing
        [not_as_described] Not as described
        [changed_mind] Changed mind
        [does_not_fit] Does not fit
        [other] Other
       *[own] { $words }
    }
whole-address = Please give me the whole new address: street and number, city, state if there is one, and postcode.
    .again = I couldn't read all parts of it. Please give me the whole new address: street and number, city, state if there is one, and postcode.
address-missing = Thank you. What I still need of the new address: { $parts }.
address-part = { $part ->
        [line1] the street and number
        [city] the city
       *[postcode] the postcode
    }
invoice-only-to-the-account = I can send invoices to the e-mail address of your account only, so I didn't send it now. I can send it there for you to forward, or change the address of your account first: just say which.
    .beside = I can send invoices to the e-mail address of your account only: you can forward it from there, or change that address first.
mails-go-to-the-account = I can only send it to the address of your account; please forward it from there.
email-not-whole = That e-mail address is not whole. Could you write it out, such as name@example.com?
which-account-address = What is the e-mail address of your account? Please never write a password here.
which-account-change = What shall I change, and to what?
payment-method = { $kind ->
        [gift_card] your gift card
        [paypal] your PayPal account
        [bank] your bank account
       *[card] { $brand } ·{ $last4 }
    }
    .unknown = the method that paid
