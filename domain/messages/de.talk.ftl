### Gespräch: Begrüßung, Einwilligung, Plaudern, was angeboten wird, und Menschen.
### Eine Kennung sagt, was gesagt wird; `{ $order }` ist ein Wert, den der Dienst einsetzt. Vorbild ist `en.talk.ftl`.

## Die Begrüßung, und was der Assistent kann. Was ein Unternehmen abgeschaltet hat, wird weggelassen.

greeting = Guten Tag! Ich bin { $assistant }, der KI-Assistent von { $company }: { disclosure }.
    .by-name = Guten Tag, { $name }! Ich bin { $assistant }, der KI-Assistent von { $company }: { disclosure }.
    .person = Sie können jederzeit mit einer Person aus unserem Team sprechen: über die Schaltfläche unten, oder sagen Sie es einfach.
# Wird mit jeder Begrüßung gesagt: Fehlen die Worte in ihr, kommt der Satz dazu.
disclosure = ein automatisches System, kein Mensch
    .sentence = Ich bin ein KI-Assistent: { disclosure }.
abilities = Ich kann { $list }.
    .orders = Bestellungen { $verbs }
    .track = verfolgen
    .change = ändern
    .cancel = stornieren
    .goods = { $nouns } veranlassen
    .returns = Rückgaben
    .exchanges = Umtausch
    .refunds = Erstattungen
    .account = bei Ihrem Konto helfen
    .questions = Fragen aus unserem Hilfebereich beantworten
latest-order = Ihre letzte Bestellung { $order } ({ $goods }) { order-status }.

## Datenschutz und Einwilligung

data-notice = Ihre Nachrichten werden automatisch verarbeitet und gespeichert, um Ihnen zu helfen; persönliche Daten werden vorher unkenntlich gemacht ({ $privacy }).
consent-question = Was Sie schreiben, lese ich nur mit Ihrer Einwilligung. Persönliche Daten werden vorher unkenntlich gemacht und nur gespeichert, um Ihnen zu helfen ({ $privacy }). Darf ich Ihre Nachrichten automatisch lesen, um Ihnen zu antworten?
    .again = Ohne Ihre Einwilligung wird nichts automatisch gelesen, und eine Person aus unserem Team kann Ihnen trotzdem helfen. Persönliche Daten werden vorher unkenntlich gemacht ({ $privacy }). Darf ich Ihre Nachrichten lesen, um Ihnen zu antworten?
    .yes = Ja, ich stimme zu
    .no = Nein, ich stimme nicht zu
consent-given = Vielen Dank. Wie kann ich Ihnen helfen?
    .goes-on = Vielen Dank.
consent-refused = In Ordnung: Ich lese Ihre Nachrichten nicht. Schaltflächen und Formulare funktionieren weiterhin. Möchten Sie mit einer Person aus unserem Team sprechen?
    .agree-after-all = Sie dürfen meine Nachrichten lesen
# Was jemand geschrieben hat und hier niemand braucht. $what: eine Liste der Arten darunter.
hidden = Ich habe { $what } in Ihrer Nachricht unkenntlich gemacht: Das wird nicht gespeichert, und wir brauchen es in diesem Chat nie.
    .kind = { $kind ->
        [card] die Kartennummer
        [ssn] die Sozialversicherungsnummer
        [secret] das Passwort oder den Sicherheitscode
        [passport] die Passnummer
        [driving_licence] die Führerscheinnummer
        [iban] die Kontonummer
        [bank_account] die Kontonummer
       *[national_id] die Ausweisnummer
    }

## Plaudern. Neben einem Angebot, das auf Antwort wartet, wird nichts anderes gefragt.

what-we-are = Ich bin { $assistant }, der KI-Assistent von { $company }: { disclosure }.
greeting-returned = Guten Tag! Was kann ich für Sie tun?
    .beside-a-quote = Guten Tag!
thanks-returned = Gern geschehen! Kann ich sonst noch etwas für Sie tun?
    .beside-a-quote = Gern geschehen!
goodbye-returned = Auf Wiedersehen, und vielen Dank für Ihre Nachricht. Sie können jederzeit in diesen Chat zurückkommen.
yes-to-nothing = Gut. Was kann ich für Sie tun?
no-to-nothing = Gut. Kann ich sonst noch etwas für Sie tun?
    .beside-a-quote = Gut.
details-without-a-wish = Danke. Was soll ich damit tun?
    .beside-a-quote = Danke.
look-is-all-known = Das ist, was unser Bestellsystem in diesem Moment zeigt, und mehr sehe ich nicht. Wenn Ihnen etwas anderes gesagt wird, kann eine Person aus unserem Team nachsehen. Soll ich jemanden dazuholen?
# Eine Bemerkung, die nichts will: „typisch“.
remark-heard = Das verstehe ich.
    .and-now = Kann ich hier sonst noch etwas tun?
    .with-a-person = Das verstehe ich. Soll ich jemanden aus unserem Team dazuholen?
complaint-acknowledged = Das tut mir leid. Was ist schiefgelaufen, und wenn es um eine Bestellung geht: Wie lautet ihre Nummer? Ich sehe es mir an. Oder möchten Sie gleich mit einer Person aus unserem Team sprechen?
    .beside-a-quote = Das tut mir leid. Was ist schiefgelaufen? Ich sehe es mir an, oder Sie nutzen die Schaltfläche, um mit einer Person zu sprechen.
    .by-a-person = Es tut mir leid, dass ich hier bisher keine Hilfe war. Eine Person kann alles lesen und ab hier übernehmen. Soll ich jemanden dazuholen?

## Schaltflächen, die etwas anbieten

talk-to-a-person = Mit einer Person sprechen
offer-track-order = Wo ist meine Bestellung?
    .by-number = Wo ist meine Bestellung { $order }?
offer-return = Ich möchte etwas zurückgeben
offer-refund = Ich möchte mein Geld zurück
offer-exchange = Ich möchte etwas umtauschen
offer-cancel = Ich möchte meine Bestellung stornieren
offer-change-address = Ich möchte die Lieferadresse ändern
offer-invoice = Rechnung zusenden
offer-password-reset = Ich kann mich nicht anmelden
offer-delivery-time = Wie lange dauert die Lieferung?

## Was eine Seite anbietet, bevor jemand etwas sagt (docs/page-offers.md). $offer: der Name einer Regel

page-offer = { $offer ->
        [compare-cookware] Vergleichen Sie gerade Kochgeschirr? Unser kurzer Ratgeber stellt Gusseisen, Kupfer, Steinzeug und Emaille nebeneinander.
        [failed-checkout] Das hat nicht geklappt. Ich kann Ihnen sagen, was meistens hilft, oder einen Menschen dazuholen.
        [full-cart] Ist vor der Bestellung noch etwas unklar? Ich kann Ihnen etwas zu Lieferung, Zahlung und Rückgabe sagen.
       *[other] Kann ich Ihnen auf dieser Seite mit etwas helfen?
    }
    .button = { $offer ->
        [compare-cookware] Ratgeber zeigen
        [failed-checkout] Was kann ich tun?
       *[other] Ja, bitte
    }

## Nicht verstanden, nicht gefunden, etwas ging schief

not-understood = Das habe ich leider nicht verstanden. Könnten Sie es anders sagen?
    .with-choices = Das habe ich leider nicht verstanden. Könnten Sie es anders sagen, oder eines davon wählen?
    .and-not-in-articles = Das habe ich leider nicht verstanden, und in unserem Hilfebereich steht nichts dazu. Könnten Sie es anders sagen?
no-answer-found = Dazu habe ich in unserem Hilfebereich nichts gefunden, und raten möchte ich nicht. Sie können Ihre Frage anders stellen. Oder soll eine Person aus unserem Team sie beantworten?
# $place: where a shop was asked for; none: another place
answer-elsewhere = { $place ->
        [none] Zu diesem Ort finde ich in unserem Hilfebereich nichts. Allgemein heißt es dort:
       *[other] Von einem Laden von uns in { $place } weiß ich nichts. Das steht in unserem Hilfebereich über unsere Läden:
    }
# Vor einem Zitat, das es in der Sprache des Gesprächs nicht gibt. $language: wie seine Sprache heißt.
answer-other-language = { $part ->
        [some] Einen Teil davon habe ich nur auf { $language }:
       *[whole] Dazu habe ich nur einen Text auf { $language }:
    }
answer-again = Mehr finde ich dazu in unserem Hilfebereich nicht. Soll jemand aus unserem Team antworten?
answer-in-doubt = Ich bin nicht sicher, ob das Ihre Frage beantwortet, aber es kommt ihr in unserem Hilfebereich am nächsten:
    .person = Wenn nicht: Möchten Sie mit einer Person aus unserem Team sprechen?
crashed = Bei uns ist etwas schiefgegangen, und ich konnte das nicht zu Ende bringen. Bitte versuchen Sie es gleich noch einmal. Oder möchten Sie mit einer Person aus unserem Team sprechen?
order-system-away = Ich erreiche unser Bestellsystem gerade nicht, es wurde also nichts getan. Bitte versuchen Sie es gleich noch einmal. Oder möchten Sie mit einer Person aus unserem Team sprechen?
    .for-a-proof = Ich erreiche unser Bestellsystem gerade nicht. Bitte versuchen Sie es gleich noch einmal, oder sprechen Sie mit einer Person aus unserem Team.
answer-stopped = Sie haben diese Antwort angehalten. Es wurde nichts getan.
# Zwei oder drei Wünsche sind etwa gleich wahrscheinlich. $wishes: eine Liste davon; auf der Schaltfläche beginnt jeder groß.
which-wish = Ich möchte Sie richtig verstehen. Möchten Sie { $wishes }?
wish = { $intent ->
        [track_order] wissen, wo eine Bestellung ist
        [cancel_order] eine Bestellung stornieren
        [change_order] den Inhalt einer Bestellung ändern
        [change_shipping_address] eine Lieferadresse ändern
        [change_payment_method] anders bezahlen
        [return_items] etwas zurückgeben
        [exchange_items] etwas umtauschen
        [request_refund] Geld zurückbekommen
        [track_refund] wissen, wo eine Erstattung ist
        [send_invoice] eine Rechnung bekommen
        [reset_password] ein neues Passwort festlegen
        [update_account] Angaben in Ihrem Konto ändern
       *[delete_account] ein Konto löschen
    }
    .none = Nichts davon

## Menschen

# So steht eine gedrückte Schaltfläche im Verlauf, unter den eigenen Worten der Kundin oder des Kunden.
pressed = { $action ->
        [confirm] Ja, bitte so machen
       *[cancel] Nein, bitte nicht
    }
    .person = Ich möchte mit einer Person sprechen.
    .answer-to = Bitte antworten Sie an { $address }.
    .withdraw = Ich nehme das zurück.

or-something-else = Wenn Sie etwas anderes meinten, sagen Sie es bitte mit anderen Worten. Oder möchten Sie mit einer Person aus unserem Team sprechen?
person-instead = Möchten Sie lieber mit einer Person aus unserem Team sprechen?
person-offered = Ich komme hier nicht weiter. Möchten Sie mit einer Person aus unserem Team sprechen? Sagen Sie es einfach, oder nutzen Sie die Schaltfläche.
person-comes = { $reason ->
        [approval_needed] Das muss bei uns jemand freigeben. Ich habe es mit allen Angaben weitergegeben, und Sie lesen die Antwort hier.
        [repeated_failure] Hier konnte ich Ihnen nicht helfen, deshalb hole ich jemanden aus unserem Team dazu. Unser ganzes Gespräch ist dort zu sehen.
        [identity_not_verified] Ich konnte nicht bestätigen, wer Sie sind, deshalb übernimmt ab hier jemand aus unserem Team. Unser ganzes Gespräch ist dort zu sehen.
        [tool_failure] Ich konnte nicht bestätigen, ob das geklappt hat. Eine Person aus unserem Team prüft es, bevor etwas anderes geschieht. Bitte versuchen Sie es so lange nicht noch einmal.
        [safety] Ich hole sofort jemanden aus unserem Team dazu. Wenn Sie oder jemand anderes in Gefahr sind, rufen Sie bitte jetzt den Notruf an.
       *[other] Ich hole jemanden aus unserem Team dazu. Unser ganzes Gespräch ist dort zu sehen, Sie müssen also nichts wiederholen.
    }
    .as-chosen = Gut, so machen wir es: Ich hole jemanden aus unserem Team dazu, der sich darum kümmert. Unser ganzes Gespräch ist dort zu sehen, Sie müssen also nichts wiederholen.
    .and-the-rest = Auch Ihre Frage wird dort beantwortet.
    .and-what-else = Auch um das Übrige kümmert man sich dort.
    .no-danger = Danke, gut zu wissen. Jemand von uns liest trotzdem, was Sie geschrieben haben, und antwortet hier; bis dahin können Sie schreiben, was Sie brauchen.
person-joined = { $name } ist jetzt im Gespräch.
person-left = { $name } musste gehen.
    .in-time = Es tut uns leid, { $name } konnte nicht rechtzeitig antworten.
back-in-queue = Sie sind wieder in der Warteschlange, an Ihrem alten Platz: Wer als Nächstes frei ist, antwortet Ihnen.
    .approval = Ihre Anfrage ist wieder in der Warteschlange, an ihrem alten Platz: Wer als Nächstes frei ist, entscheidet.
person-told = Ihre Anfrage liegt schon bei jemandem von uns, und dort ist jetzt bekannt, dass Sie mit einer Person aus unserem Team sprechen möchten. Die Antwort kommt hier.
    .unclaimed = Ihre Anfrage wartet noch auf jemanden von uns. Wer sie übernimmt, weiß jetzt, dass Sie mit einer Person sprechen möchten, und schreibt Ihnen hier.
# While an approval waits that nobody has taken: what was asked beside it was looked up.
approval-waits = Ihre Anfrage selbst wartet noch auf die Freigabe durch unser Team.
    .only-looks = Ihre Anfrage selbst wartet noch auf die Freigabe durch unser Team. Bis dahin kann ich Ihnen etwas nachsehen, aber nichts anderes beginnen; wer entscheidet, sieht, was Sie geschrieben haben.
    .words = Ihre Anfrage wartet noch auf die Freigabe durch unser Team, und wer entscheidet, sieht, was Sie geschrieben haben. Bis dahin kann ich Ihnen etwas nachsehen. Um die Anfrage zurückzunehmen, schreiben Sie „abbrechen“.
    .noted = Danke, das ist notiert: Wer entscheidet, sieht es auch.
    .form = Ihre Anfrage wartet noch auf die Freigabe durch unser Team, deshalb wurde damit nichts getan. Um die Anfrage zurückzunehmen, schreiben Sie „abbrechen“.
# Nobody has taken the conversation yet.
in-the-queue =
    .how-long = Sie sind in der Warteschlange, und wie lange es dauert, kann ich nicht sagen: Wer als Nächstes frei ist, antwortet Ihnen hier. Wenn Sie solange lieber mit dem KI-Assistenten weitermachen, können Sie das zurücknehmen.
    .how-long-still = Wie lange es dauert, kann ich noch immer nicht sagen. Ihr Platz in der Warteschlange bleibt Ihnen, auch wenn Sie die Seite verlassen.
    .cost = Mit einer Person zu sprechen, kostet nichts. Sie sind in der Warteschlange, und wer als Nächstes frei ist, antwortet Ihnen hier.
    .anyone = Sie sind in der Warteschlange: Noch hat das niemand übernommen. Wer als Nächstes frei ist, liest alles, was Sie geschrieben haben, und antwortet Ihnen hier.
    .anyone-still = Leider noch niemand: Ich bin der KI-Assistent, und sobald jemand aus unserem Team frei ist, kommt die Antwort. Sie müssen es nicht noch einmal schreiben.
    .words = Sie sind in der Warteschlange: Wer von uns als Nächstes frei ist, liest hier, was Sie geschrieben haben, und antwortet Ihnen. Wenn Sie lieber mit dem KI-Assistenten weitermachen, können Sie das zurücknehmen.
    .answered = Das steht in unserem Hilfebereich. Die Person, die übernimmt, liest alles und antwortet Ihnen hier.
    .words-noted = Danke, das ist notiert: Wer übernimmt, liest es mit.
    .words-more = Auch das steht jetzt dabei; die Antwort kommt hier.
    .form = Sie sind in der Warteschlange für eine Person aus unserem Team, deshalb wurde damit nichts getan. Es ist dort zu sehen, und die Antwort kommt hier.
form-waits-for-person = Dieses Gespräch führt jetzt jemand von uns, deshalb wurde damit nichts getan. Es ist dort zu sehen, und die Antwort kommt hier.
back-with-assistant = Sie sind wieder beim KI-Assistenten. Kann ich sonst noch etwas für Sie tun?
    .with-quote = Sie schreiben wieder mit dem KI-Assistenten. Noch nicht erledigt ist: { $words }. Soll ich noch einmal danach fragen?
conversation-closed = Das Gespräch wurde beendet. Vielen Dank!
    .undone = Das Gespräch wurde beendet. Das wurde nicht getan, und es wurde nichts geändert: { $words }. Sie können uns jederzeit wieder schreiben.
no-alarm = Gut, dass niemand verletzt ist; entschuldigen Sie den Alarm. Deshalb kommt nun niemand dazu. Möchten Sie mit jemandem sprechen, sagen Sie es einfach.
    .go-on = Wollen wir dort weitermachen, wo wir waren?
    .say-again = Was kann ich für Sie tun?
person-withdrawn = In Ordnung, dann kommt niemand dazu. Sie sind wieder beim KI-Assistenten. Kann ich sonst noch etwas für Sie tun?
approval-withdrawn = In Ordnung, ich habe das zurückgenommen, und nichts wurde geändert: { $words }. Sie sind wieder beim KI-Assistenten. Kann ich sonst noch etwas für Sie tun?
approval-refused = Jemand von uns hat sich das angesehen und nicht freigegeben: { $words }.
    .afterwards = Es wurde nichts geändert. Kann ich Ihnen anders helfen?
request-refused = Jemand von uns hat sich Ihre Anfrage angesehen und nicht freigegeben.

## Was gemeint ist

mail-not-here = { $to ->
        [given] Der Link geht an die Adresse, die Sie genannt haben, wenn es dazu ein Konto gibt. Das kann ein paar Minuten dauern: Bitte sehen Sie auch im Spam-Ordner nach, und versuchen Sie die anderen Adressen, die Sie benutzen. Wenn er dann noch nicht da ist, sagen Sie es mir bitte: Dann kann sich eine Person darum kümmern.
       *[file] Was ich per E-Mail sende, geht an die hinterlegte Adresse. Das kann ein paar Minuten dauern: Bitte sehen Sie auch im Spam-Ordner nach. Wenn dann noch nichts da ist, sagen Sie es mir bitte: Dann kann sich eine Person darum kümmern. Wenn Sie ein Paket meinen, das nicht angekommen ist, sagen Sie mir bitte, welche Bestellung es ist.
    }
    .still = Woran es liegt, sehe ich von hier nicht. Soll sich eine Person aus unserem Team darum kümmern?
# An alle, die von einem Todesfall erzählen: einmal, bevor ihr Anliegen bearbeitet wird
condolences = Mein herzliches Beileid zu Ihrem Verlust.
    .help = Ich kann eine Bestellung zurücknehmen oder stornieren. Oder möchten Sie, dass sich eine Person aus unserem Team um alles kümmert?
# Einmal, bevor von der Abhilfe die Rede ist
regret = { $problem ->
        [damaged] Das mit dem Schaden tut mir leid.
        [missing] Es tut mir leid, dass das nicht bei Ihnen angekommen ist.
        [charged] Das mit der Abbuchung tut mir leid.
       *[wrong] Es tut mir leid, dass es nicht das ist, was Sie erwartet haben.
    }
left-as-it-is = In Ordnung, ich lasse es so, wie es ist. Kann ich sonst noch etwas für Sie tun?
back-to-the-question = Und zurück zu Ihrem Anliegen: { $question }
more-wishes-wait = { $count ->
        [one] Ihr anderer Wunsch kommt gleich danach.
       *[other] Ihre { $count } anderen Wünsche kommen gleich danach.
    }
# $emergency und $crisis sind die Worte der Richtlinie für die Region: wen man anruft
urgent = { $kind ->
        [self_harm] Ich bin sehr froh, dass Sie mir das sagen. Sie müssen da nicht allein durch: Bitte rufen Sie { $crisis } an, oder { $emergency }, wenn Sie jetzt in Gefahr sind. Ich hole sofort jemanden aus unserem Team dazu, der liest, was Sie geschrieben haben.
        [danger] Bitte halten Sie Abstand davon und achten Sie darauf, dass alle in Sicherheit sind. Wenn Gefahr besteht, rufen Sie jetzt { $emergency } an. Ich hole sofort jemanden aus unserem Team dazu.
        [injury] Es tut mir leid, dass jemand verletzt wurde. Wenn es ernst ist, rufen Sie bitte jetzt { $emergency } an. Ich hole sofort jemanden aus unserem Team dazu, der liest, was Sie geschrieben haben.
        [threat] Ich hole sofort jemanden aus unserem Team dazu. Wenn jemand in Gefahr ist, rufen Sie bitte jetzt { $emergency } an.
        [fraud] Danke, dass Sie mir das sagen. Bitte geben Sie niemandem Codes, Passwörter oder Kartennummern, und informieren Sie Ihre Bank, falls Sie es schon getan haben. Ich hole sofort jemanden aus unserem Team dazu.
        [account_taken_over] Ich hole sofort jemanden aus unserem Team dazu, der sich Ihr Konto ansieht. Bitte geben Sie bis dahin niemandem Codes oder Passwörter.
        [stalking] Ihre Sicherheit geht vor. Ich hole sofort jemanden aus unserem Team dazu, der sich mit Ihnen um Ihre Angaben kümmert. Wenn Sie in Gefahr sind, rufen Sie bitte jetzt { $emergency } an.
       *[legal] Ich gebe das sofort an jemanden aus unserem Team weiter. Unser ganzes Gespräch ist dort zu sehen.
    }
# To who asks in the queue what to do meanwhile
urgent-meanwhile = { $kind ->
        [self_harm] Bitte warten Sie nicht auf uns: Rufen Sie { $crisis } an, oder { $emergency }, wenn Sie jetzt in Gefahr sind.
        [danger] Benutzen Sie es bitte nicht mehr, und auch nichts Gleiches, bis es sich jemand von uns angesehen hat. Wenn Gefahr besteht, rufen Sie bitte sofort { $emergency } an.
        [injury] Benutzen Sie es bitte nicht mehr, und auch nichts Gleiches, bis es sich jemand von uns angesehen hat. Wenn es jemandem schlechter geht, rufen Sie bitte { $emergency } an.
        [account_taken_over] Wenn Sie sich noch anmelden können, ändern Sie bitte gleich Ihr Passwort, auch das Ihres E-Mail-Kontos. Bestellungen, die noch nicht verschickt sind, kann die Person anhalten, die übernimmt.
        [fraud] Zahlen Sie bitte nichts mehr, geben Sie niemandem Codes oder Passwörter, und rufen Sie Ihre Bank an, wenn Sie schon etwas gezahlt oder weitergegeben haben.
        [legal] Das muss eine Person aus unserem Team beantworten; sie liest alles, was hier steht.
       *[other] Wenn jemand in Gefahr ist, rufen Sie bitte sofort { $emergency } an. Alles Weitere sieht sich die Person an, die übernimmt.
    }
urgent-beside-a-person = { $kind ->
        [self_harm] Sie müssen da nicht allein durch: Bitte rufen Sie { $crisis } an, oder { $emergency }, wenn Sie jetzt in Gefahr sind. Die Person hier im Gespräch sieht, was Sie geschrieben haben.
       *[other] Wenn jemand verletzt oder in Gefahr ist, rufen Sie bitte sofort { $emergency } an. Die Person hier im Gespräch sieht, was Sie geschrieben haben.
    }
request-for-my-data = Sie haben das Recht auf eine Kopie aller Daten, die wir über Sie haben, und darauf, dass sie berichtigt oder gelöscht werden. Jemand von uns stellt sie zusammen, sobald feststeht, dass Sie es sind; mehr steht auf unserer Datenschutzseite: { $url }. Durch die Anfrage wird nichts gelöscht. Soll ich jemanden aus unserem Team dazuholen, der damit beginnt?
unsubscribe-from-mails = Am Ende jedes Newsletters steht ein Link zum Abmelden, der sofort wirkt. E-Mails zu Ihren Bestellungen kommen weiterhin, denn die brauchen Sie. Soll ich jemanden aus unserem Team dazuholen, der Sie aus dem Verteiler nimmt?
    .after-documents = Mails zu Ihren Bestellungen kommen weiterhin, denn die brauchen Sie. Soll ich jemanden dazuholen, der Sie von der Liste nimmt?
    .question = Wie bestelle ich den Newsletter ab?
# Was der Hilfebereich gefragt wird, wenn jemand es mit anderen Worten erzählt
question-about = { $matter ->
        [code] Der Einmalcode ist nicht angekommen
        [confirmation] Ich habe keine Bestellbestätigung bekommen
       *[lock] Warum ist mein Konto gesperrt?
    }
question-about-warranty = Welche Garantie habe ich auf Ihre Produkte?
charge-which-order = Nennen Sie mir die Nummer der Bestellung, dann sehe ich nach, was dafür bezahlt wurde.
question-about-a-charge = { $problem ->
        [charged_twice] Mir wurde doppelt abgebucht: Ist das eine Reservierung oder eine Abbuchung?
       *[charged_wrong] Warum wurde ein anderer Betrag abgebucht als der Preis?
    }
