// What util.inspect prints of sockets and servers.
// Expect-Stdout-File: inspect.golden
'use strict';
const net=require('net');const util=require('util');const show=(l,s)=>console.log(l,util.inspect(s,{depth:1}).replace(/127.0.0.1:\d+|port: \d+|fd: \d+/g,'P').replace(/_connectionKey: '.*'/,'KEY').replace(/async_id_symbol\): -?\d+/g,'async_id_symbol): N'));
const srv=net.createServer({keepAlive:true},s=>{show('accepted',s);s.resume();s.write("hi");s.end();s.on('close',()=>{show('closed',s);srv.close();show('closing srv',srv);});});
show('srv',srv);srv.listen(0,'127.0.0.1',()=>{show('listening',srv);const c=net.connect(srv.address().port,'127.0.0.1');show('connecting',c);c.user=1;c.on('connect',()=>{show('connected',c);c.setNoDelay();c.setKeepAlive(true,5000);show('opts',c)});c.on('data',()=>show('data',c));c.on('close',()=>show('cclose',c));c.write('pending');show('pending',c)});
show('new', new net.Socket());
