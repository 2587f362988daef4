"""French."""

TABLE = """
stop: arret | arrett | arrete | arretez | arreter | stopper | desabonner | desabonnement | desinscrire | desinscription | annuler
  se desabonner | stop sms | plus de {messages,textos,sms} | {desabonnez,desinscrivez,desabonne} moi
  je {veux,voudrais,souhaite} {me desabonner,me desinscrire,arreter les messages,ne plus etre contacte{,e}}
  je ne {veux,souhaite,desire} plus {etre contacte{,e},avoir de vos nouvelles,vous parler} | arret des {messages,sms}
  arretez {,tout ,tous }{les ,ces ,vos }{messages,sms,textos} | fini les {messages,sms} | oubliez mon numero
  {je ,}{veux,voudrais,souhaite,desire,demande a} {me ,etre ,}{desabonner,desinscrire,desabonne}
  {je ,}{veux,voudrais,souhaite,desire,demande a} {me ,etre ,}{desabonnee,retirer de la liste,desinscrit,desinscrite}
  {je ,}{me ,}desabonne | plus {un,aucun} {message,sms,texto} | plus {aucun,de} {message,contact,texto,msg,mess} | aucun message
  {desabonnez,desinscrivez,desinscris} moi{, de la liste, svp} | arret {messages,sms,des messages}
  stop {messages,aux messages,les messages,message} | assez de messages | annulez {mon abonnement,l abonnement,les messages}
  annuler {mon abonnement,l abonnement,les messages} | pas de {messages,message,sms} | fin des messages | je resilie | resilier | resiliez
  me desabonner | ne plus recevoir {de ,vos ,les }{messages,sms} | ne plus {me ,}contacter
not: ne | n | ne plus | il ne faut plus | je ne veux {pas,plus} que vous | je {veux,voudrais} que vous ne | merci de ne {plus,pas}
  priere de ne {plus,pas} | veuillez ne {plus,pas} | de ne {plus,pas} | je vous {demande,prie} de ne {plus,pas} | je prefere que vous ne
  faut plus | jamais | svp ne | me | m | ne me | ne m | ne nous
  je {ne ,}veux {plus,pas} que {vous,tu,l on,on}{, me, m} | je {ne ,}souhaite {plus,pas} que {vous,tu}{, me, m}
  j veux {plus,pas} que {vous,tu}{, me, m} | faut {plus,pas} | il faut {plus,pas} | vous {ne ,}devez {plus,pas}
  {merci ,priere }d arreter et de ne plus | merci de pas | merci de plus | pas la peine de | ce n est pas la peine de | inutile de
  evitez de | evite de | je prefere que {vous,tu} {ne ,} | j aimerais que {vous,tu} {ne ,} | je vous demande de ne {plus,pas} me
  je te demande de {ne ,}{plus,pas} | ne me | ne nous | plus jamais | ne plus jamais | de plus | interdiction de
  vous n avez pas le droit de | nul besoin de | n y a plus besoin de
nomore: je ne veux {plus,pas}{, de, d} | je veux {plus,pas}{, de, d} | je n en veux plus | je ne souhaite {plus,pas} {recevoir,avoir}
  j{ e,e} veux {plus,pas} {recevoir,avoir} | je ne veux {plus,pas} {recevoir,avoir} | je ne desire plus {recevoir,avoir} | plus de
  je n ai plus besoin de {vos ,}
  {je ,j }{ne ,}{veux,souhaite,desire} {plus,pas}{, de, d, recevoir, avoir, recevoir de}{, ces, vos, tes, vos, aucun}
  je refuse{, de recevoir, les, vos} | marre de | j en ai marre de{, recevoir} | ras le bol de | assez de | je ne {reponds,reçois} plus
  pas envie de{, recevoir} | je n ai {plus,pas} envie de {recevoir,vos} | plus envie de {recevoir,vos} | aucun
  je n ai {plus,pas} besoin de{, recevoir} | je ne prends plus | {j,je} n accepte plus
write: ecri{s,vez,re,t,vais} | contact{ez,e,er,es} | repond{ez,s,re} | derang{ez,e,er,es} | text{ez,e,oter,otez} | harcel{ez,er}
  sollicit{ez,er} | joi{gnez,ndre} | parl{ez,er} | m ecri{re,vez,s} | me contact{er,ez,e} | embet{ez,er} | m embet{ez,er}
  reecri{re,vez,s} | ecriv{e,ez,iez,aient,ions} | ecriviez | ecris{,ez} | ecrir | ecrie | contactiez | recontact{ez,er,e,es} | envoyiez
  reponds | repondre | deranges | texto{ter,tez} | message{r,z} | spam{mer,mez,me} | importun{er,ez} | ennuy{er,ez} | emmerd{er,ez}
  saoul{er,ez} | soul{er,ez} | harceles | solliciter | parles | me parler | communiqu{er,ez} | relanc{er,ez} | t ecrire | contact
call: appel{ez,er,le,les} | telephon{ez,er,e} | rappel{ez,er,le} | m appeler | me telephoner | me rappeler
send: envoy{ez,er,e,es} | envoi{e,es} | m envoyer | transmett{ez,re} | mand{ez,er}
  renvoy{ez,er,e} | adress{er,ez} | transmettre | envoyiez | expedi{er,ez}
message: message{,s} | texto{,s} | sms | msg | rien | mess | textes | courriers | notifications | infos
  {les,ces,vos,tes,des,aucun,autre,autres,un} {message,messages,sms,textos,texto,msg,mess} | mesages | mesage
  message de {vous,votre part} | messages de {vous,votre part} | de vos nouvelles | notifs | pubs | publicite{,s} | alertes
  quoi que ce soit | mails | courrier | vos trucs
stopping: arret{ez,e,er} de | arret{ez,e,er} d | cess{ez,e,er} de | cess{ez,e,er} d | arret{ez,e,er} {avec ,}{les,vos,ces,tes} | stop aux
  stop avec les | je veux que vous arretiez de | je veux que vous arretiez d | fini de | stop
  arret{ez,e,er} {,un peu ,maintenant ,tout de suite }de{, me, m} | arret{ez,e,er} d | arret{ez,e} vos
  arret{ez,e} avec {vos,tes,les,ces} | vous {pouvez,devez} arreter {de,d} | tu {peux,dois} arreter {de,d} | il faut arreter {de,d}
  stop {avec,a} {vos,tes,les,ces} | stopp{ez,e} {de,d,les,vos,ces} | fini{ssez,s} {de,d,avec} | cess{ez,e,er} de m
  merci d arreter {de,d}{, me, m} | veuillez {arreter,cesser} {de,d} | priere {d arreter,de cesser} {de,d}
  je veux que {ca ,}{vous ,tu ,}{arretiez,arretes,cessiez} {de,d} | pouvez vous arreter {de,d} | suffit {de,avec} | interrompez
  suspendez | d arreter {de,d}
again: plus | plus jamais | jamais | pas | davantage | encore | desormais | de nouveau | a nouveau | plus du tout | a l avenir
  plus jamais de la vie | pour toujours | definitivement | a partir de maintenant | a partir d aujourd hui | dorenavant | a present
  une fois pour toutes | desormais plus | dans le futur | plus svp | du tout | nul
here: a ce numero | sur ce {numero,telephone,portable} | ici | sur mon {telephone,portable,numero} | a mon numero | ce numero
  par {ici,sms,message,texto} | sur ce {num,tel,telephone la} | ce {num,tel} | a ce {telephone,num,portable} | sur ce portable
  sur {cette ligne} | ce telephone | ce portable
me: me | m | moi | nous | de | d | des | vos | tes | les | du | par | ces | a | aux | vous | autant | aucun | un | mon | ca | que | tout
  te | t | se | que vous | on | les uns | ce | cette | cet | ma | mes | en | y | il | dans | pour | par la | quelconque | autre{,s} | tous
  toute{,s} | plein | trop | tant | recevoir | avoir | leurs | la | le | l | une | avec
or: ou | ni | et
  et de | ni de | ou de
remove: retir{ez,e} | enlev{ez,e} | supprim{ez,e} | effac{ez,e} | retirez moi | enlevez moi | supprimez moi | ot{ez,e}
  retirer | enlever | supprimer | effacer | enleve | retire | retirez | ray{ez,er,e} | oubli{ez,er,e} | sort{ez,ir} | desinscri{vez,re}
  vir{ez,er}
list: de {la,votre,ta,vos,cette} liste{,s} | mon numero | mon numero de {la,votre,ta,vos} liste{,s}
  de {vos,votre} {contacts,fichier,systeme} | ce numero
  moi de {la,votre,ta,vos,cette} {liste,listes,base,contacts,repertoire}
  {mon,ce,le} {numero,num,contact,nom,telephone}{, de {la,votre,ta,vos,cette} {liste,base}}{, du {systeme,fichier}}
  {mon,ce,le} {numero,num,contact,nom,telephone}{, de {la,votre,ta,vos,cette} {contacts,repertoire,fichier}}{, du {systeme,fichier}}
  mes {coordonnees,donnees} | du {systeme,fichier,registre} | de {votre,vos} {repertoire,base,bases}
polite: s{ ,'}il {vous,te} plait | svp | stp | merci | merci {beaucoup,d avance,bien} | bonjour | bonsoir | salut | pardon | desole{,e}
  excusez moi | je vous {en prie,prie,en supplie,remercie,demande} | non merci | oui | bon | je vous le demande | au revoir
  bonne {journee,soiree} | monsieur | madame | merci pour {tout,votre aide,l aide} | je vous en supplie | non | vraiment | ecoutez | mais
  mais | par contre | donc | alors | s il vs plait | s v p | silvousplait | sil vous plait | sil te plait | s il vous plais
  s il te plais | merci quand meme | merci bcp | mrc | bjr | bsr | cdt | cordialement | je vous remercie | je te remercie
  desole{,e} mais | excuse moi | excusez | escusez moi | veuillez | merci d avance | mon ami | mon frere | ma soeur | chef
  bonne continuation | ok merci | c est bon | ca va merci | de grace | par pitie | pitie | svp svp | une bonne fois | vraiment svp
  mille mercis | voila
ask: pouvez vous | pourriez vous | est ce que vous {pouvez,pourriez} | vous {pouvez,pourriez} | peux tu | voulez vous | est il possible de
  peut on | pourrais tu | pouvez vous svp | vous pourriez | tu peux | est ce possible de | serait il possible de | comment
  merci de bien vouloir
wrong: mauvais numero | faux numero | c est {un ,le ,}{mauvais,faux} numero | vous {vous etes,avez} {trompe{,s},fait erreur}{, de numero}
  vous vous trompez{, de numero, de personne} | vous avez le mauvais numero | erreur{, de numero} | je {ne ,}vous connais pas
  ca ne m interesse {pas,plus} | pas interesse{,e} | je ne suis pas interesse{,e} | je n ai rien demande
  je ne suis pas {la personne,cette personne}{, que vous cherchez} | je n ai pas donne mon numero | laissez moi {tranquille,en paix}
  je n ai {plus,pas} besoin {d aide,de vous,d aide}
  je n ai {pas,plus} besoin de {ca,cela,rien,ceci,votre aide,ton aide,vos messages}
  {j ai,jai} {pas,plus} besoin{, de ca, de rien, d aide, de vous, de cela} | ce n est pas {moi,la bonne personne,le bon numero}
  c est pas {moi,la bonne personne,le bon numero,mon numero} | je suis pas {cette personne,la personne,elle,lui,interesse{,e}}
  je ne suis pas {elle,lui,celle que vous cherchez,celui que vous cherchez} | vous {vous ,}trompez{, de numero, de personne}
  tu te trompes{, de numero, de personne} | mauvaise personne | pas la bonne personne | pas le bon numero | {je ,j }connais pas
  je vous connais pas | je te connais pas | je ne te connais pas | {je ,}sais pas qui {vous etes,tu es}
  je ne sais pas qui {vous etes,tu es,c est} | ca m interesse {pas,plus} | c est une erreur | vous faites erreur
  il n y a pas de {marie,jean} ici | je n ai pas demande {ca,ces messages} | fichez moi la paix | foutez moi la paix | lachez moi
  laisse moi tranquille | je ne veux {pas,plus} {d aide,votre aide}
wrong ask: qui {etes vous,est ce,es tu} | c est qui | pourquoi vous m ecrivez | comment avez vous eu mon numero
who: il | elle | ils | elles | quelqu un | mon {mari,patron,copain,ami,pere,frere,conjoint,oncle,employeur,chef,mec,compagnon,ex}
  ma {femme,mere,patronne,famille,soeur,tante} | parce qu {il,elle,ils} | parce que mon {mari,patron,copain,pere} | car {il,elle,mon mari}
  sinon {il,elle} | s il | si {mon mari,mon patron} | le patron | la patronne | les gens
  mon {homme,maitre,proprio,proprietaire,cousin,beau pere,fils,cheri} | ma {belle mere,cousine,fille,copine,chef}
  mes {parents,patrons,enfants} | {car ,parce que ,vu que ,comme }{mon mari,mon patron,il,elle} | {d autres,des} personnes | les autres
  le mari | la dame | le monsieur
sees: regarde{,nt} | lit | lisent | voit | voient | surveille{,nt} | controle{,nt} | fouille{,nt} | verifie{,nt} | utilise{,nt} | a
  {va,peut,vont,peuvent} {,le ,les ,tout }{voir,lire,regarder,trouver,verifier,savoir,tout voir}
  {va ,}{s enerve,s enerver,se fache,se facher,etre fache}
  {va me tuer,me tue,me frappe,va me frapper} {s il,si il} {voit,lit,trouve}{, ca} | les {lit,voit} | a pris | tombe sur | decouvre
  {peut ,va ,risque de }{voir,lire,tomber dessus,fouiller} | {regarde,voit,lit,verifie,fouille,surveille,controle} {tout,tous} | prend
  a acces a | tient | prendra | consulte | verra | lira | check{e,} | {le,les,la,tout} {voit,lit,regarde,verifie} | dans
phone: mon {telephone,portable,tel} | mes {messages,sms,textos} | le telephone | ca | tout | ce telephone | cela | les messages
  tous les jours | souvent
  mon {tel,phone,mobile,gsm,smartphone} | dans mon {telephone,tel} | mes messages aussi | mon telephone | le mien
reason: parce que | car | ce n est pas {mon telephone,mon numero,sur,prudent}{, pour moi}
  c est {dangereux,risque,trop dangereux}{, pour moi} | c est pas sur | j ai peur
  je {vais bien,vais avoir des problemes,suis en securite} | ca va {,mieux,maintenant} | j ai change d avis | je partage {ce,le} telephone
  ce telephone n est pas a moi | ce n est pas a moi | je vais vous {bloquer,signaler} | c est du harcelement | ca m enerve
  ca me coute de l argent | ce telephone est partage
  c est {pas ,}{mon telephone,mon numero,le mien} | c est pas {prudent,mon tel} | ce n est pas le mien
  {ce,c est le} telephone {est a,de} mon {mari,patron,chef} | c est le telephone de mon {mari,patron,fils}
  je suis {occupe{,e},au travail,fatigue{,e},en securite,en danger si vous ecrivez}
  je {veux pas,ne veux pas} {d ennuis,de problemes,d histoires,avoir de problemes} | je vais bien {maintenant,merci}
  {j ai,jai} {deja ,}{trouve,eu} de l aide | j ai {un nouveau numero,change de numero} | je risque {gros,des problemes}
  il y a trop de messages | ca suffit | c est trop | ca me derange | vous me derangez | vous m embetez | sinon je {vous ,}{bloque,signale}
  je {vous ,}{bloque,signale} | ou je {vous ,}bloque | c est penible | ca coute cher | telephone partage | on partage ce telephone
  c est risque | c est dangereux si on m ecrit
start: commencer | demarrer | reprendre | recommencer
  {je ,}{veux,voudrais} {reprendre,recommencer,revenir,recevoir {vos ,des ,les }messages,me reabonner,recevoir a nouveau vos messages}
  ecrivez moi {a nouveau,de nouveau,encore} | vous pouvez {m ecrire,me recontacter,m ecrire a nouveau,m ecrire de nouveau}
  vous pouvez {recommencer,de nouveau m ecrire,a nouveau m ecrire,reprendre} | reabonner | reabonnez moi | me reabonner | s abonner
  abonner | debut | activer | continuer | reactiver | reprenez | recommencez | recontactez moi
  reprenez {les,vos} {messages,envois} | reprendre {les ,vos ,}messages
  {je veux ,je voudrais ,}{m ,me ,}{reinscrire,reabonner,inscrire,abonner}
  {je veux ,je voudrais ,}{commencer,demarrer,debuter}{, maintenant}
  {de nouveau ,a nouveau ,}{ecrivez,recris,contactez,recontactez} moi{, svp, maintenant} | debloque{z,r}{, moi} | reinscri{vez moi,re}
  redemarre{r,z} | relance{r,z} les messages | {remettez,remets} moi {sur,dans} la liste | me revoila | je suis de retour | je reviens
help: aide | a l aide | aide{z,} moi | aidez nous | au secours | secours | besoin d aide
  {j ai,jai} besoin d{ , }{aide,aide urgente,aide maintenant,aide vite,une aide} | {vous ,}{pouvez,pourriez} {vous ,}m aider
  pouvez vous m aider | je veux de l aide | sauvez moi | urgence | urgent | il me faut de l aide | aidez moi vite
  quelqu un {peut,pourrait} m aider | je demande de l aide | j ai besoin de votre aide | est ce que quelqu un peut m aider
  aidez {moi,nous} {svp,vite,maintenant,je vous en prie} | {j ai,jai} {vraiment ,trop }besoin d {aide,etre aide,etre aidee}
  {j ai,jai} {vraiment ,}besoin de {vous,votre aide,secours} | {quelqu un,qqn} {peut ,pour ,pourrait }m aider | au secour | sauvez nous
  a moi | help moi | quelqu un {svp ,}aidez moi | besoin d aide {svp,urgent,vite} | venez m aider | pouvez vous nous aider
  demande d aide | je veux qu on m aide | alaide | a laide
block: vous ne {m,me} | n arret{ez,e,es} {pas,jamais} | ne cess{ez,e} {pas,jamais} | ne m oubliez pas | me dire | n arretez jamais
  vous ne {m,me} | n arret{ez,e,es} {pas,jamais} | ne cess{ez,e} {pas,jamais} | renvoy{ez,er} moi | me renvoy{ez,er}
  m envoy{ez,er} {la bas,ailleurs}
  {vous,tu} ne {repondez,reponds} | tu ne {m,me}
not write: {m,me} {ecris,ecrit,ecrivez,contacte,contactez,texte,textez,derange,derangez} plus
not send: {m,me} {envoie,envoies,envoyez,envoyer} plus
again anew: encore | de nouveau | a nouveau | encore une fois | une nouvelle fois
anew: recommenc{ez,e,er} a | reprenez | reprend{re,s} | continuez | continue de | continuez {a,de} | a nouveau | maintenant
may: {vous,tu,on} {pouvez,peux,peut} {de nouveau ,a nouveau ,encore ,maintenant ,}{me ,m ,} | c est bon {vous,tu} {pouvez,peux} {me ,m ,}
  je {veux,voudrais} bien que vous {me ,m ,} | je vous autorise a {me ,m ,} | j accepte que vous {me ,m ,}
  je veux que vous {me ,m ,}{de nouveau ,} | {vous ,}pourrez {me ,m ,} | libre a vous de {me ,m ,}
now: maintenant | tout de suite
want: je {veux,voudrais,souhaite,desire} {bien ,}{,a nouveau ,de nouveau ,encore }{,recevoir ,avoir }{,vos ,des ,les }
  j aimerais {,a nouveau ,de nouveau }{recevoir,avoir}{, vos, des, les}
"""
