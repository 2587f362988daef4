"""French."""

TABLE = """
stop: arret | arrett | arrete | arretez | arreter | stopper | desabonner | desabonnement | desinscrire | desinscription | annuler
  se desabonner | stop sms | plus de {messages,textos,sms} | {desabonnez,desinscrivez,desabonne} moi
  je {veux,voudrais,souhaite} {me desabonner,me desinscrire,arreter les messages,ne plus etre contacte{,e}}
  je ne {veux,souhaite,desire} plus {etre contacte{,e},avoir de vos nouvelles,vous parler} | arret des {messages,sms}
  arretez {,tout ,tous }{les ,ces ,vos }{messages,sms,textos} | fini les {messages,sms} | oubliez mon numero
not: ne | n | ne plus | il ne faut plus | je ne veux {pas,plus} que vous | je {veux,voudrais} que vous ne | merci de ne {plus,pas}
  priere de ne {plus,pas} | veuillez ne {plus,pas} | de ne {plus,pas} | je vous {demande,prie} de ne {plus,pas} | je prefere que vous ne
  faut plus | jamais | svp ne | me | m | ne me | ne m | ne nous
nomore: je ne veux {plus,pas}{, de, d} | je veux {plus,pas}{, de, d} | je n en veux plus | je ne souhaite {plus,pas} {recevoir,avoir}
  j{ e,e} veux {plus,pas} {recevoir,avoir} | je ne veux {plus,pas} {recevoir,avoir} | je ne desire plus {recevoir,avoir} | plus de
  je n ai plus besoin de {vos ,}
write: ecri{s,vez,re,t,vais} | contact{ez,e,er,es} | repond{ez,s,re} | derang{ez,e,er,es} | text{ez,e,oter,otez} | harcel{ez,er}
  sollicit{ez,er} | joi{gnez,ndre} | parl{ez,er} | m ecri{re,vez,s} | me contact{er,ez,e} | embet{ez,er} | m embet{ez,er}
call: appel{ez,er,le,les} | telephon{ez,er,e} | rappel{ez,er,le} | m appeler | me telephoner | me rappeler
send: envoy{ez,er,e,es} | envoi{e,es} | m envoyer | transmett{ez,re} | mand{ez,er}
message: message{,s} | texto{,s} | sms | msg | rien | mess | textes | courriers | notifications | infos
stopping: arret{ez,e,er} de | arret{ez,e,er} d | cess{ez,e,er} de | cess{ez,e,er} d | arret{ez,e,er} {avec ,}{les,vos,ces,tes} | stop aux
  stop avec les | je veux que vous arretiez de | je veux que vous arretiez d | fini de | stop
again: plus | plus jamais | jamais | pas | davantage | encore | desormais | de nouveau | a nouveau | plus du tout | a l avenir
here: a ce numero | sur ce {numero,telephone,portable} | ici | sur mon {telephone,portable,numero} | a mon numero | ce numero
me: me | m | moi | nous | de | d | des | vos | tes | les | du | par | ces | a | aux | vous | autant | aucun | un | mon | ca | que | tout
or: ou | ni | et
remove: retir{ez,e} | enlev{ez,e} | supprim{ez,e} | effac{ez,e} | retirez moi | enlevez moi | supprimez moi | ot{ez,e}
list: de {la,votre,ta,vos,cette} liste{,s} | mon numero | mon numero de {la,votre,ta,vos} liste{,s}
  de {vos,votre} {contacts,fichier,systeme} | ce numero
polite: s{ ,'}il {vous,te} plait | svp | stp | merci | merci {beaucoup,d avance,bien} | bonjour | bonsoir | salut | pardon | desole{,e}
  excusez moi | je vous {en prie,prie,en supplie,remercie,demande} | non merci | oui | bon | je vous le demande | au revoir
  bonne {journee,soiree} | monsieur | madame | merci pour {tout,votre aide,l aide} | je vous en supplie | non | vraiment | ecoutez | mais
ask: pouvez vous | pourriez vous | est ce que vous {pouvez,pourriez} | vous {pouvez,pourriez} | peux tu | voulez vous | est il possible de
wrong: mauvais numero | faux numero | c est {un ,le ,}{mauvais,faux} numero | vous {vous etes,avez} {trompe{,s},fait erreur}{, de numero}
  vous vous trompez{, de numero, de personne} | vous avez le mauvais numero | erreur{, de numero} | je {ne ,}vous connais pas
  ca ne m interesse {pas,plus} | pas interesse{,e} | je ne suis pas interesse{,e} | je n ai rien demande
  je ne suis pas {la personne,cette personne}{, que vous cherchez} | je n ai pas donne mon numero | laissez moi {tranquille,en paix}
  je n ai {plus,pas} besoin {d aide,de vous,d aide}
wrong ask: qui {etes vous,est ce,es tu} | c est qui | pourquoi vous m ecrivez | comment avez vous eu mon numero
who: il | elle | ils | elles | quelqu un | mon {mari,patron,copain,ami,pere,frere,conjoint,oncle,employeur,chef,mec,compagnon,ex}
  ma {femme,mere,patronne,famille,soeur,tante} | parce qu {il,elle,ils} | parce que mon {mari,patron,copain,pere} | car {il,elle,mon mari}
  sinon {il,elle} | s il | si {mon mari,mon patron} | le patron | la patronne | les gens
sees: regarde{,nt} | lit | lisent | voit | voient | surveille{,nt} | controle{,nt} | fouille{,nt} | verifie{,nt} | utilise{,nt} | a
  {va,peut,vont,peuvent} {,le ,les ,tout }{voir,lire,regarder,trouver,verifier,savoir,tout voir}
  {va ,}{s enerve,s enerver,se fache,se facher,etre fache}
  {va me tuer,me tue,me frappe,va me frapper} {s il,si il} {voit,lit,trouve}{, ca} | les {lit,voit} | a pris | tombe sur | decouvre
phone: mon {telephone,portable,tel} | mes {messages,sms,textos} | le telephone | ca | tout | ce telephone | cela | les messages
  tous les jours | souvent
reason: parce que | car | ce n est pas {mon telephone,mon numero,sur,prudent}{, pour moi}
  c est {dangereux,risque,trop dangereux}{, pour moi} | c est pas sur | j ai peur
  je {vais bien,vais avoir des problemes,suis en securite} | ca va {,mieux,maintenant} | j ai change d avis | je partage {ce,le} telephone
  ce telephone n est pas a moi | ce n est pas a moi | je vais vous {bloquer,signaler} | c est du harcelement | ca m enerve
  ca me coute de l argent | ce telephone est partage
start: commencer | demarrer | reprendre | recommencer
  {je ,}{veux,voudrais} {reprendre,recommencer,revenir,recevoir {vos ,des ,les }messages,me reabonner,recevoir a nouveau vos messages}
  ecrivez moi {a nouveau,de nouveau,encore} | vous pouvez {m ecrire,me recontacter,m ecrire a nouveau,m ecrire de nouveau}
  vous pouvez {recommencer,de nouveau m ecrire,a nouveau m ecrire,reprendre} | reabonner | reabonnez moi | me reabonner | s abonner
  abonner | debut | activer | continuer | reactiver | reprenez | recommencez | recontactez moi
help: aide | a l aide | aide{z,} moi | aidez nous | au secours | secours | besoin d aide
  {j ai,jai} besoin d{ , }{aide,aide urgente,aide maintenant,aide vite,une aide} | {vous ,}{pouvez,pourriez} {vous ,}m aider
  pouvez vous m aider | je veux de l aide | sauvez moi | urgence | urgent | il me faut de l aide | aidez moi vite
  quelqu un {peut,pourrait} m aider | je demande de l aide | j ai besoin de votre aide | est ce que quelqu un peut m aider
block: vous ne {m,me} | n arret{ez,e,es} {pas,jamais} | ne cess{ez,e} {pas,jamais} | ne m oubliez pas | me dire | n arretez jamais
"""
