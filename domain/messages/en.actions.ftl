### Quotes and what became of them.

## The quote: what would be done, and the yes to it. $words is the wording of an action, from below.

quote = I will { $words }.
    .question = Shall I go ahead?
    .to-approve = A colleague then has to approve it.
    .changed = I'm asking again because something changed since I asked.
quote-still-waits = Not done yet, and only with your yes: { $words }.
quote-once-more = To be sure that we mean the same, here it is once more.
quote-expired = That offer has expired, so I looked at it again.
quote-back-as-paid = Money goes back the way that it was paid, so I can't send it anywhere else. If that doesn't work for you, a person can look at it: use the button.
quote-is-another = That offer is no longer open, so I did nothing with it. The one that waits is the latest one I showed you.
    .to-drop = That offer is no longer open. The latest one I showed you still waits for your yes or no.
quote-corrected = All right, not that then: nothing was changed.
    .with-more = All right, with that too.
quote-dropped = All right, I'll leave it: nothing was changed. Is there anything else I can do?
    .unread = All right, not that: nothing was changed. I didn't understand what you'd like instead. Please say it in other words; or shall I bring in a person?
quote-put-aside = I wasn't sure that you still want this, so I put it aside: nothing was changed. Shall I show it to you again?
    .meanwhile = I've put that aside for now: nothing was changed.
# Asked whether a value is the one in the quote: an address, an e-mail address, a phone number.
noted-value = No, that is another one than I noted. If this one is right, please type it whole.
    .same = Yes, that is the one I noted.
# Where the words are no clear wish for what would be quoted. `goods`: as in a quote.
is-it-meant = I want to get this right. { $action ->
        [return_items] Do you want to return { $goods } of order { $order }, or is it about something else?
        [refund_order] Do you want your money back for { $goods } of order { $order }, or is it about something else?
        [exchange_items] Do you want to exchange { $goods } of order { $order }, or is it about something else?
        [change_order_items] Do you want to change { $goods } in order { $order }, or is it about something else?
       *[cancel_order] Do you want to cancel order { $order } ({ $goods }), or is it about something else?
    }
    .yes = { $action ->
        [return_items] Yes, return it
        [refund_order] Yes, money back
        [exchange_items] Yes, exchange it
        [change_order_items] Yes, change it
       *[cancel_order] Yes, cancel it
    }
    .no = Something else
    .what-then = What is it about, then? Tell me in a few words what happened, or what you need, and I'll look at that. Or ask for a person.
# A strap, a screw, the instructions, the box: what belongs to goods and is not they.
part-of-goods = If a part, the instructions or the packaging of { $goods } (order { $order }) is missing or damaged, a colleague can help you with that. Shall I bring one in?
request-dropped = All right. Is there anything else I can do?
nothing-waits = There is nothing waiting for your yes. What can I do for you?
    .to-drop = There was nothing waiting. Is there anything else I can do?
# Asked whether something was done: what was, that it waits for a yes, that it was left
what-was-done = Yes, that is done: { $done }
    .again = Once more: { $done }
    .mail = I don't know whether an e-mail follows; it is done either way: { $done }
    .still = Yes, it is done, and nothing more is needed from you.
    .waits = Not yet: I do it once you say yes.
    .left = No, nothing was changed.
quote-or-person = I can do this exactly as I put it, or leave it. Another amount, or anything else about it, is for a person: say "a person" or use the button, and I bring one in.
plain-yes-needed = To be sure that I do only what you want, I need a plain yes, or the button.
# One button names what is done, the other what stays.
yes-to-quote = { $action ->
        [cancel_order] Cancel the order
        [change_order_items] Change the order
        [change_payment_method] Change the payment method
        [change_shipping_address] Change the address
        [return_items] Start the return
        [exchange_items] Start the exchange
        [refund_order] Refund { $amount }
        [update_account] Change my details
        [delete_account] Delete my account
        [send_invoice] Send the invoice
        [send_password_reset] Send the link
       *[other] Yes, do it
    }
no-to-quote = { $action ->
        [cancel_order] Keep the order
        [change_order_items] Leave the order as it is
        [change_payment_method] Keep the payment method
        [change_shipping_address] Keep the address
        [return_items] Keep the items
        [exchange_items] Keep what I have
        [update_account] Keep my details
        [delete_account] Keep my account
        [refund_order] Not now
        [send_invoice] Not now
        [send_password_reset] Not now
       *[other] No, leave it
    }

## A question about the quote that waits: what it tells. The quote is then asked for again, in the same message.

quote-amount = { $action ->
        [change_payment_method] It is { $amount }.
       *[other] You get { $amount } back.
    }
quote-difference = The price stays the same: you pay nothing more for the goods, and nothing goes back.
    .to-pay = You pay { $amount } more.
    .goes-back = You get { $amount } back.
quote-prices = { $goods } ({ $was }) cost you { $paid }; { $now } costs { $price }.
    .why = Each variant has a price of its own in our shop; more than that I don't know about why.
quote-no-money = By this no money is paid or given back.
quote-method = The money goes as it is named here, and no other way.
quote-delivery = { $action ->
        [cancel_order] It is all that was paid for the order and has not gone back yet.
       *[other] It is for the goods alone; what was paid for delivery is not part of it.
    }
quote-costs-nothing = This costs you nothing.
quote-sent-back = { $action ->
        [return_items] The money goes back only once the goods have arrived with us.
       *[refund_order] You don't have to send anything back for this refund.
    }
quote-which = It is about exactly this:
quote-at-once = It is done as soon as you say yes.
quote-arrives = { $kind ->
        [gift_card] The money is there at once.
        [paypal] The money arrives within 1 to 2 working days.
        [bank] The money arrives within 2 to 4 working days.
       *[card] The money arrives within 3 to 5 working days.
    }
    .after-return = { $kind ->
        [gift_card] The money is there as soon as the goods have arrived.
        [paypal] The money arrives within 1 to 2 working days once the goods are back.
        [bank] The money arrives within 2 to 4 working days once the goods are back.
       *[card] The money arrives within 3 to 5 working days once the goods are back.
    }
quote-label = Once you say yes, the return label comes by e-mail.
    .done = The return label comes by e-mail, to the address on file, and not by post.
quote-unknown = I don't know that, and I'd rather not guess; a person can tell you.
# What the documents are asked in the customer's place.
quote-question = { $of ->
        [duration-return_items] How long does the refund of a return take?
        [duration-cancel_order] How long does the refund of a cancelled order take?
        [duration-exchange_items] How does an exchange work, and when do you send the new item?
        [duration-delivery] How long does delivery take?
        [cost-return_items] Are return labels free, and what does a return cost?
        [cost-exchange_items] Is the label for an exchange free?
        [send_back-return_items] Where do I hand in a return or have it collected?
        [deadline-return_items] Within how many days do I have to hand in the parcel of a return?
        [deadline-exchange_items] Within how many days do I have to hand in the parcel of a return?
        [collect-return_items] Where do I hand in a return or have it collected?
        [collect-exchange_items] Where do I hand in a return or have it collected?
        [collect-refund_order] Do I have to send goods back that arrived damaged?
        [send_back-refund_order] Do I have to send goods back that arrived damaged?
        [send_back-exchange_items] Do I have to send the goods back for an exchange?
        [first-exchange_items] How does an exchange work?
        [first-return_items] How long does the refund of a return take?
        [box-return_items] Do I need the original box to return an item?
        [box-exchange_items] Do I need the original box to return an item?
        [label-return_items] How do I get the return label, and what if I have no printer?
        [printer-return_items] How do I get the return label, and what if I have no printer?
        [label-exchange_items] How do I get the return label, and what if I have no printer?
        [printer-exchange_items] How do I get the return label, and what if I have no printer?
        [later-return_items] What is your return policy? Within how many days can I return something?
        [next-return_items] How does a return work?
        [next-exchange_items] How does an exchange work?
        [next-cancel_order] What happens once an order is cancelled?
        [next-refund_order] How does a refund work?
        [mail-update_account] What happens once I change my e-mail address: is a link sent to the new one?
       *[duration-refund_order] How long does a refund take?
    }

## What each action would do (completes "I will …"), and the sentence once it is done

cancel = cancel order { $order } ({ $goods })
    .paid = cancel order { $order } ({ $goods }) and return { $refunds }
    .done = Order { $order } is cancelled.
    .paid-done = Order { $order } is cancelled. We return { $refunds }.
refund = refund { $refunds } for { $goods } of order { $order }
    .done = Refunded { $refunds } for { $goods } of order { $order }.
    .instead = If you'd rather have it sent again, just say so, and a colleague does that.
return = register the return of { $goods } from order { $order }; we refund { $refunds } once it has arrived
    .done = Your return of { $goods } from order { $order } is registered. We refund { $refunds } once it has arrived.
swap-for-the-same = { $options } again, in place of what came
swap = { $action ->
        [exchange] exchange in order { $order }: { $changes }
       *[change] change order { $order }: { $changes }
    }
    .done = { $action ->
        [exchange] The exchange for order { $order } is registered: { $changes }.
       *[change] Order { $order } is changed: { $changes }.
    }
    .afterwards = After this the items of the order can no longer be changed.
difference = the price stays the same
    .to-pay = the difference of { $amount } is paid by { $method }
    .goes-back = the difference of { $amount } goes back to { $method }
change-payment = charge { $amount } for order { $order } to { $method }
    .paid = charge { $amount } for order { $order } to { $method } and return { $refunds }
    .done = Order { $order } ({ $amount }) is now paid by { $method }.
change-address = send order { $order } to { $address }
    .done = Order { $order } now goes to { $address }.
# $token stands for the address and is shown as it was given to whoever may see it.
address-given = the address you gave ({ $token })
address-typed = the address you gave, { $token } ({ $street }, { $city })
address-held = your address in { $city } ({ $token })
update-account = change { $changes }
    .done = Changed { $changes }.
whole-name = Could you tell me the whole new name, first and last?
# A masked value, and the part of it by which its owner knows it
value-given = { $token } ({ $hint })
account-field = { $field ->
        [email] your e-mail to { $value }
        [phone] your phone number to { $value }
        [name] your name to { $value }
       *[address] your address to { $value }
    }
    .button = { $field ->
        [email] My e-mail address
        [phone] My phone number
       *[address] My address
    }
delete-account = delete your account for good; this cannot be undone
    .done = Your account is deleted for good.
send-invoice = send the invoice of order { $order } to the e-mail address on file
    .done = The invoice of order { $order } is on its way to the e-mail address on file.
    .already = The invoice of order { $order } was sent just now, and I send it again only if you ask me to. Would you like a person to look at it?
invoice-not-changed = I can't change what stands on an invoice, but a colleague can.
send-password-link = send a link for a new password to the e-mail address on file
    .done = A link for a new password is on its way to the e-mail address on file.
password-link-held = The e-mail address of your account was changed a short while ago. To keep the account safe, I can send a password link only { $hours } hours after that. If it wasn't you who changed it, please say so.
account-locked = I can't see whether an account is locked, and I'm sending no link for a new password now. A person can look at your account with you. Would you like that?
password-link-sent-if-known = If there is an account for that e-mail address, a link to set a new password is on its way. Please look in the spam folder too.
done = Done: { $words }.
    .reference = Your reference is { $reference }.

## What the shop's own receipt says

money-arrives = { $amount } to { $method } arrives { $days ->
        [0] at once
        [one] within { $days } working day
       *[other] within { $days } working days
    }.
    .after-return = { $amount } to { $method } arrives { $days ->
        [0] at once
        [one] within { $days } working day
       *[other] within { $days } working days
    } once the goods are back.
send-goods-back-by = Please send the goods back by { $day }.
label-sent = The return label is on its way to { $to }.
mail-sent = It was sent to { $to }.
