"""English."""

TABLE = """
stop: {remove,delete} {me,my number,my phone number,this number} | lose this number | {please ,}stop now | unsubscribe me | opt me out
  i {want,would like,need,wish} to {unsubscribe,opt out,be removed} | stop messages | no {texts,messages,msgs,sms,contact} | text stop
  stop everything from you | i {want,would like,need} to stop {getting,receiving} {,these ,your ,any }{texts,messages}
  i do{n't,nt, not} want to {hear from,talk to,chat with} you{, guys}{ again, anymore, any more, ever, ever again} | lose my number
  cease and desist | i {revoke,withdraw,take back} {my ,}{consent,permission}
  i no longer {want,wish} to {hear from you,be contacted,get texts,receive texts,get messages,receive messages}
  {leave,get} {me,this number} off {your,the,this} list | cancel my subscription | end my subscription
  cancel {these ,the ,all ,}{texts,messages} | end {these ,the ,all ,}{texts,messages} | quit {these ,the ,}{texts,messages}
  i {wanna,want 2,wish to,need 2} {unsubscribe,opt out,be removed,be taken off} | let this be {the,your} last {text,message,msg}
  {please ,}{un subscribe,unsuscribe,unsubscibe,unsubcribe,unsubscribed}{, me} | i {am,m} {unsubscribing,opting out}
  im {unsubscribing,opting out} | {no more,no} {texting,messaging,spam} | enough {texts,messages,texting}
  no further {texts,messages,contact} | i did{n't,nt, not} agree to {texts,these texts}
  {please ,}{end,stop} {this ,the ,my }subscription | do not disturb | {take,get} me off
  unsubscribe {this number,my number,from this list} | forget {my number,this number} | {please ,}forget my number
not: do{n't,nt, not} | never | i do{n't,nt, not} want you{, guys, people} to | must not | you must not | quit it and do not | do not ever
  no one should | i would {rather,prefer} {you,if you} {didnt,didn't,did not,not,do not} | i {want,need} you to not | nobody should
  don t you {ever ,} | u can not | you can not | you cannot | dnt | do n t | dun | donot | no need to | there is no need to
  you do{n't,nt, not} {need,have} to | {please ,}never ever | {i ,}rather you {not,didnt,did not}
  i wish you {wouldnt,would not,did not,didnt} | you should{nt, not,n t} | i ask{, that} you not
nomore: no more | i do{n't,nt, not} {want,need} | i do{n't,nt, not} {want,wish,need} {to ,}{get,receive,have} | we do{n't,nt, not} want
  no longer want
  i {wont,will not,would not} {accept,receive} | i do{n't,nt, not} {wanna,want to} {get,receive,have,read,see}
  i no longer {want,wish,need}{, to {get,receive,have}} | do{n't,nt, not} {want,need} | not interested in{, {getting,receiving}}
  {i m,im,i am} not interested in{, {getting,receiving}} | tired of | sick of | {i m,im,i am} {tired,sick} of | {i m,im,i am} done with
  wish to receive no {more ,} | enough of
write: contact | contacting | writ{e,ing} | reach out | reaching out | repl{y,ying} | respond{,ing} | reach | bother{,ing} | be texting
  be messaging | talk to | answer me | write back | text{ing,in} | txtn | txting | messag{ing,in} | msging | dm
  txting | texing | messeging | messagin | massaging | replyin | spamming | spam | harass{,ing} | hit me up | hitting me up | hmu
  reaching | getting in touch | get in touch | be in touch | keep in touch | reply to | disturb{,ing} | chat{,ting} | speak to
  keep {texting,messaging,writing,contacting} | blow up | blowing up | dming | try to contact | trying to {contact,reach,text}
write message: text | txt | message | msg
  msgs | massage | massages | messege | mesage | mssg | txt msg | text message | text messages | txt messages | sms
call: call | calling | phone me | phoning | ring | ringing | call me
  phone | call or
send: send | sending
  keep sending | forward{,ing} | be sending
message: texts | txts | messages | msgs | anything | stuff | notifications | alerts | updates | replies | responses | spam
  any texts | anything else | another {text,message,msg,word} | messeges | mesages | msges | text messages | contact | communication{,s}
  reminders | your number | msg s
stopping: stop | quit | cease | stop it with | enough with | i {want,need} you to stop | i asked you to stop | i told you to stop
  i said stop
  {you,u} {need,have,gotta,got} to stop | {you,u} {must,should,gotta,better} stop | you can stop | can stop | u can stop | quit with
  knock off | refrain from | please quit | stop w | let us stop | just stop
again: again | anymore | any more | ever | no more | forever | for good | ever again | from now on | any longer | at all
  any mor | anymor | eny more | nomore | no mo | anymre | agen | agian | evr | in the future | going forward | from here on | ever
  after this | permanently | whatsoever | further | moving forward | now on | no longer
here: from {you,you guys,this number} | to , | here | th{is,e} {number,phone} | th{is,e} cell | my {number,phone,cell}
  on this {number,phone} | to this {number,phone} | on my {number,phone} | to my {number,phone}
  on here | at this {number,phone} | on this line | this line | this contact | thru here | through here | number | my line | this mobile
  my mobile
me: me | to | us | the | these | your | any | more | with | those | so many | you | to me | i | all | this | that | such | back | up
  ur | my | me please | our | ya | having | getting | receiving | get | receive | to get | in | here | kind of
or: or | and | nor | &
  neither | or to
remove: remove | take | delete | get | drop
  erase | forget | unlist | scratch | clear | takeoff | tke | removing | deleting
list: off {your,the,this} {list,system,database} | from {your,the,this} {list,system,database,texts,messages} | off of {your,the} list
  off this
  off {ur,the} {list,system} | of {your,ur,the} {list,system} | from {ur,this} {list,system,database}
  my {number,phone number,name,info}{, {from,off} {your,ur,the,this} {list,system,database,phone,contacts,records}}
  my {contact,num,no,cell number}{, {from,off} {your,ur,the,this} {list,system,database,phone,contacts,records}}
  {this,the} {number,contact,phone number}{, {from,off} {your,ur,the,this} {list,system,database,phone,contacts,records}}
  me from {your,the,this} {contacts,group} | from {everything,your contacts,your records,your phone}
polite: kindly | dear | good {morning,evening,night,afternoon} | god bless{, you} | my friend | friend | yes | well | alright | ty | just
  really | appreciate it | i mean it | {i am,i m,im} serious | seriously | i said | i beg you | {i am,i m,im} begging you
  i {want,need} you to know | for real | listen | look | good bye | goodbye | bro | guys | thanks anyway
  thanks for {your ,the ,all the ,}help | thanks for everything | you guys | no thanks | no thank you | no
  but | tho | though | bro please | man | ma am | mam | maam | thankyou | thank u | thanx | tks | tnx | ty so much | appreciated
  much appreciated | respectfully | excuse me | pardon | pardon me | apologies | my apologies | im sorry | i m sorry | i am sorry
  so sorry | sry | srry | plss | pleas | plese | please please | pleeease | god | for god s sake | for the love of god
  thanks {so much,a lot,again} | thank you {so much,very much,anyway} | no offense | it is ok | its ok | it s ok | im ok | lol | ugh | omg
  plz n thx | anyways | anyway | so | then | and | would appreciate it | good day | take care | blessings | peace
ask: can you | could you | would you | will you | can u | could u | can you guys | could you guys | would you mind | can you just
  is it possible to
  would u | can u please | can you pls | can y all | do you mind | could you kindly | could you all | can somebody | how do i
wrong: wrong {number,person,phone} | you {have,got} the wrong {number,person,phone,one} | th{is,e} {is,s} {the ,a ,}wrong {number,person}
  not interested | {i am,i m,im} not interested{, anymore} | i do{n't,nt, not} know you | i do{n't,nt, not} know who {you are,this is}
  i never signed up{, for this} | i did{n't,nt, not} {sign up,ask for this,subscribe,give you my number}{, for this}
  there is no {maria,john} here | {i am,i m,im} not who you think{, i am} | leave me alone | it is the wrong number
  it s the wrong number | i do{n't,nt, not} {need,want} {help,this,it,your help,any help}{, anymore, any more}
  {you,u} {have,got,hav,have got} {the ,a ,}wrong {number,person,one,guy,girl,num}
  {i am,i m,im,am} not {this,that,the} {person,guy,girl,woman,man,lady,one}{, you {want,are looking for,need}}
  i think {you,u} have the wrong {number,person} | wrong num | wrong nr | no longer interested
  i do{n't,nt, not} know {anyone by that name,u,you guys} | i am someone else | {i am,i m,im} not {her,him,them}
  this {is not,isnt,isn t} {me,her,him,the person you want,who you think it is} | i have no idea who {you are,this is}
  i no longer {need,want} {this,it,help,your help} | do{n't,nt, not} know you | do{n't,nt, not} know who this is
  {i m,im,i am} good thanks | mistaken number | you are mistaken | i do{n't,nt, not} need {this stuff,it,anything from you}
wrong ask: who {is,s} this | who are you | why are you texting me | why do you keep {texting,writing to,messaging} me
  how did you get {my,this} number
who: he | she | they | someone | somebody | people | i think {he,she,they} | because {he,she,they} | cause {he,she,they}
  bc {he,she,they} | or {he,she} | if {he,she} | my {husband,wife,boss,boyfriend,bf,girlfriend,partner,man,father,dad,mother,mom}
  my {brother,uncle,aunt,cousin,family,kids,son,daughter,employer,manager,roommate,pimp}
  because my {husband,boss,boyfriend,partner,father,family,employer} | {the,our} {boss,manager,owner,lady}
  the people i {work for,live with} | so {he,she,they}
  his wife | my {hubby,husbend,sis,sister,landlord,pastor,bf,ex,mom,mother in law,in laws,guy,old man,husbands,captain,recruiter}
  the people here | ppl | so my {husband,boss,bf}
sees: {check,read,see,watch,go through,look at,look through,control,monitor,use,take,find}{,s,es} | goes through
  {can,will,might,could,may,always,is gonna,is going to} {see,read,check,find,look at}
  {is,are,s,re} {checking,reading,watching,looking at,going through,monitoring,using,tracking} | has | have | took | found | saw
  gets {mad,angry} | {will,might,can} get {mad,angry}
  {will,is gonna,is going to} {kill,hurt,beat,hit} me if {he,she,they} {see,find,read}{,s}{, it, out, this, them}
  do{nt,n't,es not,esn't,esnt} {see,find,read} | get suspicious | find{s,} out | finds out | {will,might} find out | shares | may have
  {will,is gonna,is going to} be {mad,angry} | gets suspicious
  {always ,also ,}{checks,reads,sees,looks at,looks thru,looks in} | got | holds | keeps | {is ,}watching | opens | will check
  be checking | looks | is always {on,checking} | {is,are} reading | can access | has access to
phone: my {phone,phones,messages,texts,cell,mobile,sms} | it | this | this phone | the phone | the messages | them | everything | that
  all my messages | every day | everyday | at night
  his phone | my fone | my cell phone | my texts too | everything i do | these | this number | messages | texts
reason: because | bc | cause | th{is,e} {is ,s ,}not {my,her,his} {phone,number}
  {it is,it s,its} not {my phone,safe,my number}{, for me, now, anymore} | th{is,e} is not safe{, for me} | not safe{, for me}
  {it is,it s,its} {dangerous,not good}{, for me} | i {will,ll,could} {get in,be in} trouble
  {i am,i m,im} {fine,ok,okay,safe,safe now,good}{, now} | i {share,do not own} this phone | someone else {uses,has} this phone
  i changed my mind | {it is,it s,its} not for me | {i am,i m,im} scared | {i am,i m,im} afraid
  {i am,i m,im} tired of {this,it,these texts,your texts} | or i will {block,report} {you,this number} | it is annoying | you are annoying
  this is harassment | i will {block,report} you | it {costs,is costing} {me ,}money | i pay {for each text,per text}
  i have a new number | i got what i {need,needed} | {i am,i m,im} {done,all set,good} | i do{nt,n't, not} need {you,this}{, anymore}
  this is a shared phone | th{is,e} phone is shared | it could get me in trouble
  {it is,it s,its,this is} not mine | this {phone,cell,number} {is not,isnt,isn t,is nt} {mine,my phone,my number,for me}
  this is {someone else s,a borrowed,a work,my work,my husband s,my boss s,not my} {phone,number}
  {i m,im,i am} {at work,working,asleep,sleeping,driving} | {i do not,i dont,i don t} want {any ,}trouble | i dont want to get in trouble
  {this,it} {is,s} {getting ,}annoying | its annoying | it is too much | its too much | too many | i got help | i got what i needed
  i already got help | i already have help | {i found,got} a job | i have {kids,a family} | i {moved,moved on}
  i am not in {danger,trouble} | i have enough | i already told you | i told you already | last warning | final warning | or else
  you {keep,are} bothering me | you are bothering me | you guys are annoying | {its,it s,it is} not safe {here,now} | my phone is not safe
  i can t afford it
start: start {texting,messaging,writing} {me ,to me ,}{again,back}
  {you can,u can,you may,ok to,please} {text,write,message,contact} {me,to me} {again,now,back} | resubscribe{, me} | subscribe{, me}
  sign me up{, again} | i {want,would like} {to get ,to receive ,}{texts,messages,your texts,your messages} again
  i want to {come back,start again,restart,start,opt in,opt back in,subscribe,resubscribe} | opt me {in,back in}
  i changed my mind{,  please} {text,write to,message} me {again,back} | i am back | i want back in | resume | start again | begin again
  text me again | write to me again | message me again | turn {texts,messages} back on | send {me ,}{texts,messages} again | begin
  unblock | unblock me | let me back in | i would like to {start,restart,opt in,come back}
  {please ,}resume {texts,messages,messaging,texting} | start {texts,messages} {again,now}
  {i want,id like,i would like,i wanna} {to ,}{start,begin,resume,restart,subscribe,sign up,join,come back,be back}{, again, now}
  {put,add} me back{, on}{, the list, your list} | sign me back up | re subscribe | resub | turn {on,back on} {messages,texts}
  {i ,}changed my mind {text,message,write}{, me}{, to me} {again,back} | start over | reactivate{, me} | re start | {please ,}unblock me
  {i am,i m,im} back | continue | continue please | opt me in again | i {do ,}want {texts,messages} again
  keep {texting,messaging}{, me} again
help: i need {,some ,your ,you to }help | need help
  {can,could,will,would} {you,someone,somebody,anyone,anybody} {please ,}help{, me, us}{, please} | help us | please help{, me, us}
  i want help | {somebody,someone,anyone} help{, me, us} | save me | rescue me | emergency | urgent | 911 | mayday
  i need someone{, to talk to, to help, to help me} | i {need,want} to talk to {someone,somebody,a person,a human}
  need help {now,asap,fast,urgently,right now} | i need help {now,asap,fast,urgently,right now,bad} | help me out | hlp | plz help
  h e l p | i am asking for help | i need assistance | assistance | get me help | send help | help now
  i {really ,}{really ,}need {,your ,some }help {now,please,asap,today,tonight} | i really {really ,}need {help,your help}
  i need your help {now,asap,right now,fast} | {i need,need} urgent help | {can,could} {someone,somebody,anyone,you} please help{, me, us}
  please {someone,somebody} help{, me, us} | {i m,im,i am} {in need of,begging for} help | need some help | help me {now,fast,quick,asap}
  please come help{, me} | {somebody,someone} save me | please save me | help us please | get me some help | i want your help
  we need help | need your help
block: {send,sending} me {back,away,here} | do{nt,n't, not} leave me alone | do{nt,n't, not} stop
  i {do not,do nt,don t,dont,never,cannot} {text,write,msg,message,txt,call,contact,reply,answer,respond}{, you}
  i {can not,can t,cant,could not,did not,didnt,no} {text,write,msg,message,txt,call,contact,reply,answer,respond}{, you}
  {send,sending} me {home,off,over,there,to} | keep me | drop me off
  {you,u} {guys ,}{never,no longer} {text,write,msg,message,reply,answer,respond,contact,send}
again anew: again | once more | one more time | once again
anew: again now | resume | restart | continue | renew | keep | back on | start | resume {sending,texting,messaging,writing} | begin
  start up
  start back | go back to | come back to
may: you can | u can | you may | you are welcome to | {it is,it s,its} {ok,okay,fine,alright,safe}{, for you}{ to, if you, now to} | ok to
  okay to | feel free to | you guys can | y all can | you could | {go ahead,go ahead and} | i allow you to | you are allowed to
  yes you can | safe to
want: i want | i d like | i would like | i wanna | i want to {get,receive,have,see} | i would like to {get,receive,have}
  i d like to {get,receive,have} | i want your | {i m,im,i am} ready {for,to get,to receive} | i need | i want you {guys ,}to
  please let me {get,have} | let me {get,have,receive}
now: now | right now | today | already
"""
