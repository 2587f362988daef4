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
not: do{n't,nt, not} | never | i do{n't,nt, not} want you{, guys, people} to | must not | you must not | quit it and do not | do not ever
  no one should | i would {rather,prefer} {you,if you} {didnt,didn't,did not,not,do not} | i {want,need} you to not | nobody should
nomore: no more | i do{n't,nt, not} {want,need} | i do{n't,nt, not} {want,wish,need} {to ,}{get,receive,have} | we do{n't,nt, not} want
  no longer want
write: contact | contacting | writ{e,ing} | reach out | reaching out | repl{y,ying} | respond{,ing} | reach | bother{,ing} | be texting
  be messaging | talk to | answer me | write back | text{ing,in} | txtn | txting | messag{ing,in} | msging | dm
write message: text | txt | message | msg
call: call | calling | phone me | phoning | ring | ringing | call me
send: send | sending
message: texts | txts | messages | msgs | anything | stuff | notifications | alerts | updates | replies | responses | spam
stopping: stop | quit | cease | stop it with | enough with | i {want,need} you to stop | i asked you to stop | i told you to stop
  i said stop
again: again | anymore | any more | ever | no more | forever | for good | ever again | from now on | any longer | at all
here: from {you,you guys,this number} | to , | here | th{is,e} {number,phone} | th{is,e} cell | my {number,phone,cell}
  on this {number,phone} | to this {number,phone} | on my {number,phone} | to my {number,phone}
me: me | to | us | the | these | your | any | more | with | those | so many | you | to me | i | all | this | that | such | back | up
or: or | and | nor | &
remove: remove | take | delete | get | drop
list: off {your,the,this} {list,system,database} | from {your,the,this} {list,system,database,texts,messages} | off of {your,the} list
  off this
polite: kindly | dear | good {morning,evening,night,afternoon} | god bless{, you} | my friend | friend | yes | well | alright | ty | just
  really | appreciate it | i mean it | {i am,i m,im} serious | seriously | i said | i beg you | {i am,i m,im} begging you
  i {want,need} you to know | for real | listen | look | good bye | goodbye | bro | guys | thanks anyway
  thanks for {your ,the ,all the ,}help | thanks for everything | you guys | no thanks | no thank you | no
ask: can you | could you | would you | will you | can u | could u | can you guys | could you guys | would you mind | can you just
  is it possible to
wrong: wrong {number,person,phone} | you {have,got} the wrong {number,person,phone,one} | th{is,e} {is,s} {the ,a ,}wrong {number,person}
  not interested | {i am,i m,im} not interested{, anymore} | i do{n't,nt, not} know you | i do{n't,nt, not} know who {you are,this is}
  i never signed up{, for this} | i did{n't,nt, not} {sign up,ask for this,subscribe,give you my number}{, for this}
  there is no {maria,john} here | {i am,i m,im} not who you think{, i am} | leave me alone | it is the wrong number
  it s the wrong number | i do{n't,nt, not} {need,want} {help,this,it,your help,any help}{, anymore, any more}
wrong ask: who {is,s} this | who are you | why are you texting me | why do you keep {texting,writing to,messaging} me
  how did you get {my,this} number
who: he | she | they | someone | somebody | people | i think {he,she,they} | because {he,she,they} | cause {he,she,they}
  bc {he,she,they} | or {he,she} | if {he,she} | my {husband,wife,boss,boyfriend,bf,girlfriend,partner,man,father,dad,mother,mom}
  my {brother,uncle,aunt,cousin,family,kids,son,daughter,employer,manager,roommate,pimp}
  because my {husband,boss,boyfriend,partner,father,family,employer} | {the,our} {boss,manager,owner,lady}
  the people i {work for,live with} | so {he,she,they}
sees: {check,read,see,watch,go through,look at,look through,control,monitor,use,take,find}{,s,es} | goes through
  {can,will,might,could,may,always,is gonna,is going to} {see,read,check,find,look at}
  {is,are,s,re} {checking,reading,watching,looking at,going through,monitoring,using,tracking} | has | have | took | found | saw
  gets {mad,angry} | {will,might,can} get {mad,angry}
  {will,is gonna,is going to} {kill,hurt,beat,hit} me if {he,she,they} {see,find,read}{,s}{, it, out, this, them}
  do{nt,n't,es not,esn't,esnt} {see,find,read} | get suspicious | find{s,} out | finds out | {will,might} find out | shares | may have
  {will,is gonna,is going to} be {mad,angry} | gets suspicious
phone: my {phone,phones,messages,texts,cell,mobile,sms} | it | this | this phone | the phone | the messages | them | everything | that
  all my messages | every day | everyday | at night
reason: because | bc | cause | th{is,e} {is ,s ,}not {my,her,his} {phone,number}
  {it is,it s,its} not {my phone,safe,my number}{, for me, now, anymore} | th{is,e} is not safe{, for me} | not safe{, for me}
  {it is,it s,its} {dangerous,not good}{, for me} | i {will,ll,could} {get in,be in} trouble
  {i am,i m,im} {fine,ok,okay,safe,safe now,good}{, now} | i {share,do not own} this phone | someone else {uses,has} this phone
  i changed my mind | {it is,it s,its} not for me | {i am,i m,im} scared | {i am,i m,im} afraid
  {i am,i m,im} tired of {this,it,these texts,your texts} | or i will {block,report} {you,this number} | it is annoying | you are annoying
  this is harassment | i will {block,report} you | it {costs,is costing} {me ,}money | i pay {for each text,per text}
  i have a new number | i got what i {need,needed} | {i am,i m,im} {done,all set,good} | i do{nt,n't, not} need {you,this}{, anymore}
  this is a shared phone | th{is,e} phone is shared | it could get me in trouble
start: start {texting,messaging,writing} {me ,to me ,}{again,back}
  {you can,u can,you may,ok to,please} {text,write,message,contact} {me,to me} {again,now,back} | resubscribe{, me} | subscribe{, me}
  sign me up{, again} | i {want,would like} {to get ,to receive ,}{texts,messages,your texts,your messages} again
  i want to {come back,start again,restart,start,opt in,opt back in,subscribe,resubscribe} | opt me {in,back in}
  i changed my mind{,  please} {text,write to,message} me {again,back} | i am back | i want back in | resume | start again | begin again
  text me again | write to me again | message me again | turn {texts,messages} back on | send {me ,}{texts,messages} again | begin
  unblock | unblock me | let me back in | i would like to {start,restart,opt in,come back}
help: i need {,some ,your ,you to }help | need help
  {can,could,will,would} {you,someone,somebody,anyone,anybody} {please ,}help{, me, us}{, please} | help us | please help{, me, us}
  i want help | {somebody,someone,anyone} help{, me, us} | save me | rescue me | emergency | urgent | 911 | mayday
  i need someone{, to talk to, to help, to help me} | i {need,want} to talk to {someone,somebody,a person,a human}
  need help {now,asap,fast,urgently,right now} | i need help {now,asap,fast,urgently,right now,bad} | help me out | hlp | plz help
  h e l p | i am asking for help | i need assistance | assistance | get me help | send help | help now
block: {send,sending} me {back,away,here} | do{nt,n't, not} leave me alone | do{nt,n't, not} stop
"""
