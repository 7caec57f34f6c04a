### Angebote, und was aus ihnen wurde.

## Das Angebot: was getan würde, und das Ja dazu. $words sind die Worte einer Aktion von weiter unten, mit der Grundform am Ende.

quote = Ich werde { $words }.
    .question = Soll ich das so machen?
    .to-approve = Danach muss es bei uns jemand freigeben.
    .changed = Ich frage noch einmal, weil sich seit meiner Frage etwas geändert hat.
quote-still-waits = Noch nicht getan, und nur mit Ihrem Ja: { $words }.
quote-once-more = Damit wir sicher dasselbe meinen, hier ist es noch einmal.
quote-expired = Dieses Angebot ist abgelaufen, deshalb habe ich neu nachgesehen.
quote-back-as-paid = Das Geld geht auf dem Weg zurück, auf dem bezahlt wurde; anderswohin kann ich es nicht senden. Wenn das für Sie nicht geht, kann es sich eine Person ansehen: Nutzen Sie den Knopf.
quote-is-another = Dieses Angebot gilt nicht mehr, deshalb habe ich damit nichts getan. Offen ist das letzte, das ich Ihnen gezeigt habe.
    .to-drop = Dieses Angebot gilt nicht mehr. Das letzte, das ich Ihnen gezeigt habe, wartet noch auf Ihr Ja oder Nein.
quote-corrected = In Ordnung, dann das nicht: Es wurde nichts geändert.
    .with-more = In Ordnung, das dann auch.
quote-dropped = In Ordnung, ich lasse es: Es wurde nichts geändert. Kann ich sonst noch etwas für Sie tun?
    .unread = In Ordnung, das nicht: Es wurde nichts geändert. Was Sie stattdessen möchten, habe ich nicht verstanden. Sagen Sie es bitte mit anderen Worten; oder soll ich jemanden aus unserem Team dazuholen?
quote-put-aside = Ich war nicht sicher, ob Sie das noch möchten, deshalb habe ich es zurückgestellt: Es wurde nichts geändert. Soll ich es Ihnen noch einmal zeigen?
    .meanwhile = Das habe ich solange zurückgestellt: Es wurde nichts geändert.
# Asked whether a value is the one in the quote: an address, an e-mail address, a phone number.
noted-value = Nein, notiert habe ich etwas anderes. Wenn das hier stimmt, geben Sie es bitte ganz ein.
    .same = Ja, genau das habe ich notiert.
# Where the words are no clear wish for what would be quoted. `goods`: as in a quote.
is-it-meant = Ich möchte Sie richtig verstehen. { $action ->
        [return_items] Möchten Sie { $goods } aus Bestellung { $order } zurückgeben, oder geht es um etwas anderes?
        [refund_order] Möchten Sie Ihr Geld für { $goods } aus Bestellung { $order } zurück, oder geht es um etwas anderes?
        [exchange_items] Möchten Sie { $goods } aus Bestellung { $order } umtauschen, oder geht es um etwas anderes?
        [change_order_items] Möchten Sie { $goods } in Bestellung { $order } ändern, oder geht es um etwas anderes?
       *[cancel_order] Möchten Sie die Bestellung { $order } ({ $goods }) stornieren, oder geht es um etwas anderes?
    }
    .yes = { $action ->
        [return_items] Ja, zurückgeben
        [refund_order] Ja, Geld zurück
        [exchange_items] Ja, umtauschen
        [change_order_items] Ja, ändern
       *[cancel_order] Ja, stornieren
    }
    .no = Etwas anderes
    .what-then = Worum geht es dann? Sagen Sie mir kurz, was passiert ist oder was Sie brauchen, dann kümmere ich mich darum. Oder fragen Sie nach einer Person.
# A strap, a screw, the instructions, the box: what belongs to goods and is not they.
part-of-goods = Wenn ein Teil, die Anleitung oder die Verpackung von { $goods } (Bestellung { $order }) fehlt oder beschädigt ist, kann Ihnen jemand aus unserem Team helfen. Soll ich jemanden dazuholen?
request-dropped = In Ordnung. Kann ich sonst noch etwas für Sie tun?
nothing-waits = Es wartet nichts auf Ihr Ja. Was kann ich für Sie tun?
    .to-drop = Es war nichts offen. Kann ich sonst noch etwas für Sie tun?
what-was-done = Ja, das ist erledigt: { $done }
    .again = Noch einmal: { $done }
    .mail = Ob dazu noch eine E-Mail kommt, weiß ich nicht; erledigt ist es so oder so: { $done }
    .still = Ja, es ist erledigt, und Sie müssen nichts weiter tun.
    .waits = Noch nicht: Ich mache es, sobald Sie ja sagen.
    .left = Nein, es wurde nichts geändert.
quote-or-person = Ich kann das genau so tun, wie ich es genannt habe, oder es lassen. Über einen anderen Betrag oder etwas anderes daran entscheidet eine Person aus unserem Team: Schreiben Sie „eine Person“ oder nutzen Sie die Schaltfläche, dann hole ich jemanden dazu.
plain-yes-needed = Damit ich nur tue, was Sie möchten, brauche ich ein klares Ja oder die Schaltfläche.
# Die eine Schaltfläche sagt, was getan wird, die andere, was bleibt.
yes-to-quote = { $action ->
        [cancel_order] Bestellung stornieren
        [change_order_items] Bestellung ändern
        [change_payment_method] Zahlungsart ändern
        [change_shipping_address] Adresse ändern
        [return_items] Rückgabe anmelden
        [exchange_items] Umtausch anmelden
        [refund_order] { $amount } erstatten
        [update_account] Angaben ändern
        [delete_account] Konto löschen
        [send_invoice] Rechnung senden
        [send_password_reset] Link senden
       *[other] Ja, bitte so machen
    }
no-to-quote = { $action ->
        [cancel_order] Bestellung behalten
        [change_order_items] Bestellung so lassen
        [change_payment_method] Zahlungsart behalten
        [change_shipping_address] Adresse behalten
        [return_items] Artikel behalten
        [exchange_items] Artikel behalten
        [update_account] Angaben so lassen
        [delete_account] Konto behalten
        [refund_order] Jetzt nicht
        [send_invoice] Jetzt nicht
        [send_password_reset] Jetzt nicht
       *[other] Nein, bitte nicht
    }

## Eine Frage zum offenen Vorschlag: was er selbst sagt. Danach wird in derselben Nachricht wieder gefragt.

quote-amount = { $action ->
        [change_payment_method] Es sind { $amount }.
       *[other] Sie bekommen { $amount } zurück.
    }
quote-difference = Der Preis bleibt gleich: Sie zahlen für die Ware nichts dazu und bekommen nichts zurück.
    .to-pay = Sie zahlen { $amount } dazu.
    .goes-back = Sie bekommen { $amount } zurück.
quote-prices = { $goods } ({ $was }) hat Sie { $paid } gekostet; { $now } kostet { $price }.
    .why = Jede Ausführung hat bei uns ihren eigenen Preis; mehr weiß ich über den Grund nicht.
quote-no-money = Dabei wird nichts bezahlt und nichts erstattet.
quote-method = Das Geld geht den Weg, der hier genannt ist, und keinen anderen.
quote-delivery = { $action ->
        [cancel_order] Es ist alles, was für die Bestellung bezahlt und noch nicht erstattet wurde.
       *[other] Es ist nur für die Ware; was für den Versand bezahlt wurde, ist nicht dabei.
    }
quote-costs-nothing = Das kostet Sie nichts.
quote-sent-back = { $action ->
        [return_items] Das Geld kommt erst, wenn die Ware bei uns angekommen ist.
       *[refund_order] Für diese Erstattung müssen Sie nichts zurückschicken.
    }
quote-which = Es geht genau um das hier:
quote-at-once = Es geschieht, sobald Sie Ja sagen.
quote-arrives = { $kind ->
        [gift_card] Das Geld ist sofort da.
        [paypal] Das Geld ist in 1 bis 2 Werktagen da.
        [bank] Das Geld ist in 2 bis 4 Werktagen da.
       *[card] Das Geld ist in 3 bis 5 Werktagen da.
    }
    .after-return = { $kind ->
        [gift_card] Das Geld ist da, sobald die Ware angekommen ist.
        [paypal] Das Geld ist in 1 bis 2 Werktagen da, sobald die Ware zurück ist.
        [bank] Das Geld ist in 2 bis 4 Werktagen da, sobald die Ware zurück ist.
       *[card] Das Geld ist in 3 bis 5 Werktagen da, sobald die Ware zurück ist.
    }
quote-label = Sobald Sie Ja sagen, kommt das Rücksendeetikett per E-Mail.
    .done = Das Rücksendeetikett kommt per E-Mail an die hinterlegte Adresse, nicht mit der Post.
quote-unknown = Das weiß ich nicht, und raten möchte ich nicht; eine Person kann es Ihnen sagen.
quote-question = { $of ->
        [duration-return_items] Wie lange dauert die Erstattung einer Rückgabe?
        [duration-cancel_order] Wie lange dauert die Erstattung einer stornierten Bestellung?
        [duration-exchange_items] Wie funktioniert ein Umtausch, und wann schicken Sie den neuen Artikel?
        [duration-delivery] Wie lange dauert die Lieferung?
        [cost-return_items] Ist das Zurückgeben kostenlos?
        [cost-exchange_items] Ist das Etikett für einen Umtausch kostenlos?
        [send_back-return_items] Wo gebe ich eine Rücksendung ab oder lasse sie abholen?
        [deadline-return_items] Innerhalb von wie vielen Tagen muss ich das Paket einer Rückgabe abgeben?
        [deadline-exchange_items] Innerhalb von wie vielen Tagen muss ich das Paket einer Rückgabe abgeben?
        [collect-return_items] Wo gebe ich eine Rücksendung ab oder lasse sie abholen?
        [collect-exchange_items] Wo gebe ich eine Rücksendung ab oder lasse sie abholen?
        [collect-refund_order] Muss ich beschädigte Ware zurückschicken?
        [send_back-refund_order] Muss ich beschädigte Ware zurückschicken?
        [send_back-exchange_items] Muss ich die Ware bei einem Umtausch zurückschicken?
        [first-exchange_items] Wie funktioniert ein Umtausch?
        [first-return_items] Wie lange dauert die Erstattung einer Rückgabe?
        [box-return_items] Brauche ich für eine Rückgabe den Originalkarton?
        [box-exchange_items] Brauche ich für eine Rückgabe den Originalkarton?
        [label-return_items] Wie bekomme ich das Rücksendeetikett, und was, wenn ich keinen Drucker habe?
        [printer-return_items] Wie bekomme ich das Rücksendeetikett, und was, wenn ich keinen Drucker habe?
        [label-exchange_items] Wie bekomme ich das Rücksendeetikett, und was, wenn ich keinen Drucker habe?
        [printer-exchange_items] Wie bekomme ich das Rücksendeetikett, und was, wenn ich keinen Drucker habe?
        [later-return_items] Wie lange kann ich etwas zurückgeben?
        [next-return_items] Wie funktioniert eine Rückgabe?
        [next-exchange_items] Wie funktioniert ein Umtausch?
        [next-cancel_order] Was passiert, wenn eine Bestellung storniert ist?
        [next-refund_order] Wie funktioniert eine Erstattung?
        [mail-update_account] Was passiert, wenn ich meine E-Mail-Adresse ändere: Kommt ein Link an die neue?
       *[duration-refund_order] Wie lange dauert eine Erstattung?
    }

## Was jede Aktion täte (ergänzt „Ich werde …“), und der Satz, wenn es getan ist

cancel = die Bestellung { $order } ({ $goods }) stornieren
    .paid = die Bestellung { $order } ({ $goods }) stornieren und { $refunds } erstatten
    .done = Bestellung { $order } ist storniert.
    .paid-done = Bestellung { $order } ist storniert. Wir erstatten { $refunds }.
refund = { $refunds } für { $goods } aus Bestellung { $order } erstatten
    .done = Erstattet: { $refunds } für { $goods } aus Bestellung { $order }.
    .instead = Wenn Sie lieber Ersatz möchten, sagen Sie es einfach: Dann schickt ihn jemand aus unserem Team.
return = die Rückgabe von { $goods } aus Bestellung { $order } anmelden; wir erstatten { $refunds }, sobald die Ware angekommen ist
    .done = Ihre Rückgabe von { $goods } aus Bestellung { $order } ist angemeldet. Wir erstatten { $refunds }, sobald die Ware angekommen ist.
swap-for-the-same = { $options } noch einmal, anstelle dessen, was ankam
swap = { $action ->
        [exchange] in Bestellung { $order } umtauschen: { $changes }
       *[change] die Bestellung { $order } ändern: { $changes }
    }
    .done = { $action ->
        [exchange] Der Umtausch für Bestellung { $order } ist angemeldet: { $changes }.
       *[change] Bestellung { $order } ist geändert: { $changes }.
    }
    .afterwards = Danach lassen sich die Artikel der Bestellung nicht mehr ändern.
difference = der Preis bleibt gleich
    .to-pay = der Unterschied von { $amount } wird bezahlt mit: { $method }
    .goes-back = der Unterschied von { $amount } geht zurück auf { $method }
change-payment = die Zahlung von { $amount } für Bestellung { $order } auf { $method } umstellen
    .paid = die Zahlung von { $amount } für Bestellung { $order } auf { $method } umstellen und { $refunds } zurückgeben
    .done = Bestellung { $order } ({ $amount }) wird jetzt so bezahlt: { $method }.
change-address = die Bestellung { $order } an { $address } senden
    .done = Bestellung { $order } geht jetzt an { $address }.
# $token steht für die Adresse und zeigt sie so, wie sie angegeben wurde, wenn man sie sehen darf.
address-given = die angegebene Adresse ({ $token })
address-typed = die angegebene Adresse { $token } ({ $street }, { $city })
address-held = Ihre Adresse in { $city } ({ $token })
update-account = { $changes } ändern
    .done = Geändert: { $changes }.
whole-name = Wie lautet der ganze neue Name, mit Vor- und Nachnamen?
# A masked value, and the part of it by which its owner knows it
value-given = { $token } ({ $hint })
account-field = { $field ->
        [email] Ihre E-Mail-Adresse in { $value }
        [phone] Ihre Telefonnummer in { $value }
        [name] Ihren Namen in { $value }
       *[address] Ihre Adresse in { $value }
    }
    .button = { $field ->
        [email] Meine E-Mail-Adresse
        [phone] Meine Telefonnummer
       *[address] Meine Adresse
    }
delete-account = Ihr Konto endgültig löschen; das lässt sich nicht rückgängig machen
    .done = Ihr Konto ist endgültig gelöscht.
send-invoice = die Rechnung zu Bestellung { $order } an die hinterlegte E-Mail-Adresse senden
    .done = Die Rechnung zu Bestellung { $order } ist unterwegs an die hinterlegte E-Mail-Adresse.
    .already = Die Rechnung zu Bestellung { $order } wurde eben verschickt; noch einmal sende ich sie nur, wenn Sie es möchten. Soll sich das eine Person aus unserem Team ansehen?
invoice-not-changed = Was auf einer Rechnung steht, kann ich nicht ändern, aber jemand aus unserem Team kann es.
send-password-link = einen Link für ein neues Passwort an die hinterlegte E-Mail-Adresse senden
    .done = Ein Link für ein neues Passwort ist unterwegs an die hinterlegte E-Mail-Adresse.
password-link-held = Die E-Mail-Adresse Ihres Kontos wurde vor Kurzem geändert. Zum Schutz Ihres Kontos kann ich erst { $hours } Stunden danach einen Link für ein neues Passwort senden. Wenn nicht Sie sie geändert haben, sagen Sie es mir bitte.
account-locked = Ob ein Konto gesperrt ist, sehe ich nicht, und einen Link für ein neues Passwort schicke ich jetzt nicht. Eine Person kann sich Ihr Konto mit Ihnen ansehen. Möchten Sie das?
password-link-sent-if-known = Wenn es zu dieser E-Mail-Adresse ein Konto gibt, ist ein Link für ein neues Passwort unterwegs. Bitte sehen Sie auch im Spam-Ordner nach.
done = Erledigt: { $words }.
    .reference = Ihre Vorgangsnummer ist { $reference }.

## Was der Beleg des Shops selbst sagt

money-arrives = { $amount } gehen { $days ->
        [0] sofort
        [one] innerhalb von einem Werktag
       *[other] innerhalb von { $days } Werktagen
    } zurück auf { $method }.
    .after-return = Sobald die Ware zurück ist, gehen { $amount } { $days ->
        [0] sofort
        [one] innerhalb von einem Werktag
       *[other] innerhalb von { $days } Werktagen
    } zurück auf { $method }.
send-goods-back-by = Bitte schicken Sie die Ware bis zum { $day } zurück.
label-sent = Das Rücksende-Etikett ist unterwegs an { $to }.
mail-sent = Es wurde an { $to } gesendet.
